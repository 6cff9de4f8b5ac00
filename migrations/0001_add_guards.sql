-- Rules that a foreign key or a check cannot say. People stand below campaigns, so these two keys are written here.
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id");
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id");
--> statement-breakpoint
CREATE FUNCTION posting_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE difference numeric;
BEGIN
  SELECT sum(amount) INTO difference FROM posting_lines WHERE posting_id = NEW.posting_id;
  IF difference <> 0 THEN
    RAISE EXCEPTION 'posting % is off by %', NEW.posting_id, difference;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER posting_lines_sum AFTER INSERT OR UPDATE ON "posting_lines"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION posting_sums_to_zero();
--> statement-breakpoint
CREATE FUNCTION assignment_needs_live_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM consents WHERE id = NEW.consent_id AND withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'consent % is withdrawn', NEW.consent_id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assignments_live_consent BEFORE INSERT ON "assignments"
  FOR EACH ROW EXECUTE FUNCTION assignment_needs_live_consent();
--> statement-breakpoint
-- After, not a check: `insert ... on conflict` would test the change itself before adding it to the balance.
CREATE FUNCTION balance_is_not_negative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.amount < 0 AND NEW.account <> 'custody' THEN
    RAISE EXCEPTION 'account % would be at %', NEW.account, NEW.amount;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER balances_not_negative AFTER INSERT OR UPDATE ON "balances"
  FOR EACH ROW EXECUTE FUNCTION balance_is_not_negative();
