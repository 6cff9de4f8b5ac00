-- Which items can be handed out, and since when. Whoever changes an item need not know: an item that opens goes to the end of the line of
-- those that somebody has had in hand, so that people who have come past its old place come past it again.
--
-- The number is the transaction's. A transaction that a reader cannot see yet has a higher one than the oldest that runs
-- (pg_snapshot_xmin), so nobody who stays behind that one comes past an item before it is there. No sequence could promise this.
UPDATE "items" SET "is_touched" = true
  WHERE "role" = 'live' AND ("taken" > 0 OR EXISTS (SELECT 1 FROM "assignments" a WHERE a."item_id" = "items"."id"));
--> statement-breakpoint
CREATE FUNCTION item_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.opened_in := pg_current_xact_id()::text::bigint;
  NEW.is_touched := NEW.role = 'live';
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER items_opens BEFORE UPDATE OF "state", "wanted", "taken" ON "items" FOR EACH ROW
  WHEN (NEW.state = 'open' AND NEW.taken < NEW.wanted
    AND (OLD.state <> 'open' OR OLD.taken >= OLD.wanted OR NOT OLD.is_touched))
  EXECUTE FUNCTION item_opens();
