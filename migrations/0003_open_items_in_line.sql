-- What can be handed out stands in lines (index items_line), and everybody has a place in each (places): see docs/decisions/0008.
UPDATE "items" SET "is_touched" = true
  WHERE "role" = 'live' AND ("taken" > 0 OR EXISTS (SELECT 1 FROM "assignments" a WHERE a."item_id" = "items"."id"));
--> statement-breakpoint
-- An item that opens goes to the end of the line of those that somebody has had in hand, whoever opened it and by what: so people who have
-- come past its old place come past it again. The number is the transaction's own. Of a transaction that a reader cannot see yet it is never
-- below the oldest that runs (pg_snapshot_xmin), so a place that stays behind that one misses nothing. A sequence could not promise this.
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
--> statement-breakpoint
-- The functions below are statements whose plans must never depend on statistics (an import of a million rows is not analysed yet) and are
-- too large to plan anew for every task (3 ms): without sorts, Postgres can only read a line in its order.
--
-- From a person's place to the first item they may have, whoever may be taking it in this moment, and the place moves there; not for every
-- step, since a write costs more than 32 looks. Had for good are answered, skipped and judged items: a lease may still expire, and a live
-- item then comes back; a check question was seen. A place above the horizon has another server's numbers (a restored dump) and is none.
CREATE FUNCTION walk_line(of_campaign uuid, of_line text, person uuid) RETURNS "places" LANGUAGE plpgsql
  SET enable_sort TO off SET enable_bitmapscan TO off SET enable_seqscan TO off
  SET plan_cache_mode TO force_generic_plan AS $$
DECLARE
  horizon bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  place places;
  first places;
BEGIN
  SELECT * INTO place FROM places p
    WHERE p.contributor_id = person AND p.campaign_id = of_campaign AND p.line = of_line AND p.opened_in <= horizon;
  SELECT person, of_campaign, of_line, i.opened_in, i.position, i.id INTO first FROM items i
    WHERE i.campaign_id = of_campaign AND i.role = CASE of_line WHEN 'check' THEN 'check' ELSE 'live' END
      AND i.is_touched = (of_line = 'touched') AND i.state = 'open' AND i.taken < i.wanted
      AND (i.opened_in, i.position, i.id) >= (coalesce(place.opened_in, 0), coalesce(place.position, 0), coalesce(place.item_id, nobody))
      AND NOT coalesce((SELECT true FROM assignments a WHERE a.contributor_id = person AND a.item_id = i.id
        AND (a.state IN ('submitted', 'skipped') OR of_line = 'check') LIMIT 1), false)
      AND (of_line = 'check' OR NOT coalesce((SELECT true FROM ballots b WHERE b.item_id = i.id AND coalesce(
          (SELECT true FROM seats s WHERE s.round_id = b.round_id AND s.contributor_id = person), false) LIMIT 1), false))
    ORDER BY i.opened_in, i.position, i.id LIMIT 1;
  INSERT INTO places AS p (contributor_id, campaign_id, line, opened_in, position, item_id)
    SELECT person, of_campaign, of_line, n.opened_in, n.position, n.item_id
    FROM (SELECT first.opened_in, first.position, first.item_id WHERE first.opened_in < horizon
      UNION ALL SELECT horizon, 0, nobody WHERE (first.opened_in < horizon) IS NOT TRUE) n
    WHERE place.opened_in IS NULL OR n.opened_in > place.opened_in + 32 OR abs(n.position - place.position) > 32
    ON CONFLICT (contributor_id, campaign_id, line) DO UPDATE
    SET opened_in = excluded.opened_in, position = excluded.position, item_id = excluded.item_id;
  RETURN first;
END $$;
--> statement-breakpoint
-- The next live item for a person, locked; one that somebody else is taking is passed over. Null when there is none.
CREATE FUNCTION next_live_item(of_campaign uuid, person uuid) RETURNS uuid LANGUAGE plpgsql
  SET enable_sort TO off SET enable_bitmapscan TO off SET enable_seqscan TO off
  SET plan_cache_mode TO force_generic_plan AS $$
DECLARE
  of_line text;
  first places;
  found_id uuid;
BEGIN
  FOREACH of_line IN ARRAY ARRAY['touched', 'untouched'] LOOP
    first := walk_line(of_campaign, of_line, person);
    CONTINUE WHEN first.item_id IS NULL;
    SELECT i.id INTO found_id FROM items i
      WHERE i.campaign_id = of_campaign AND i.role = 'live' AND i.is_touched = (of_line = 'touched')
        AND i.state = 'open' AND i.taken < i.wanted
        AND (i.opened_in, i.position, i.id) >= (first.opened_in, first.position, first.item_id)
        AND NOT coalesce((SELECT true FROM assignments a WHERE a.contributor_id = person AND a.item_id = i.id
          AND a.state <> 'expired' LIMIT 1), false)
        AND NOT coalesce((SELECT true FROM ballots b WHERE b.item_id = i.id AND coalesce(
          (SELECT true FROM seats s WHERE s.round_id = b.round_id AND s.contributor_id = person), false) LIMIT 1), false)
      ORDER BY i.opened_in, i.position, i.id LIMIT 1 FOR NO KEY UPDATE OF i SKIP LOCKED;
    IF FOUND THEN RETURN found_id; END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Tasks that a person could take, counted up to `most` together, untouched ones first; one in hand is none to take. Where there are that many
-- untouched ones nobody looks whether the person has judged one of them.
CREATE FUNCTION open_tasks(of_campaign uuid, person uuid, most integer, OUT untouched integer, OUT touched integer) LANGUAGE plpgsql
  SET enable_sort TO off SET enable_bitmapscan TO off SET enable_seqscan TO off
  SET plan_cache_mode TO force_generic_plan AS $$
DECLARE
  of_line text;
  first places;
  n integer;
BEGIN
  untouched := 0;
  touched := 0;
  FOREACH of_line IN ARRAY ARRAY['untouched', 'touched'] LOOP
    first := walk_line(of_campaign, of_line, person);
    CONTINUE WHEN first.item_id IS NULL;
    IF of_line = 'untouched' THEN
      SELECT count(*) INTO untouched FROM (SELECT FROM items i
        WHERE i.campaign_id = of_campaign AND i.role = 'live' AND NOT i.is_touched AND i.state = 'open' AND i.taken < i.wanted
          AND (i.opened_in, i.position, i.id) >= (first.opened_in, first.position, first.item_id) LIMIT most) counted;
      IF untouched = most THEN RETURN; END IF;
    END IF;
    SELECT count(*) INTO n FROM (SELECT FROM items i
      WHERE i.campaign_id = of_campaign AND i.role = 'live' AND i.is_touched = (of_line = 'touched')
        AND i.state = 'open' AND i.taken < i.wanted
        AND (i.opened_in, i.position, i.id) >= (first.opened_in, first.position, first.item_id)
        AND NOT coalesce((SELECT true FROM assignments a WHERE a.contributor_id = person AND a.item_id = i.id
          AND a.state <> 'expired' LIMIT 1), false)
        AND NOT coalesce((SELECT true FROM ballots b WHERE b.item_id = i.id AND coalesce(
          (SELECT true FROM seats s WHERE s.round_id = b.round_id AND s.contributor_id = person), false) LIMIT 1), false)
      LIMIT most - untouched * (of_line = 'touched')::integer) counted;
    IF of_line = 'untouched' THEN untouched := n; ELSE touched := n; END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- A dump brings the numbers of the server it was made on. Where this one is not that far yet, they would stand in front of what opens here:
-- asked at every start, which a restore ends with.
CREATE FUNCTION forget_foreign_numbers() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now_at bigint := pg_current_xact_id()::text::bigint;
BEGIN
  IF EXISTS (SELECT FROM places p WHERE p.opened_in > now_at) THEN
    DELETE FROM places;
    UPDATE items SET opened_in = 0 WHERE opened_in > now_at;
  END IF;
END $$;
