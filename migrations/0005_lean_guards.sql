-- The same rules, where they cost less: they stand on the way of every answer.
DROP TRIGGER posting_lines_sum ON "posting_lines";
--> statement-breakpoint
DROP FUNCTION posting_sums_to_zero();
--> statement-breakpoint
-- Once a statement, over its own lines: the lines of a posting are written together.
CREATE FUNCTION new_lines_sum_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT posting_id, sum(amount) AS off INTO wrong FROM written GROUP BY posting_id HAVING sum(amount) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'posting % is off by %', wrong.posting_id, wrong.off;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posting_lines_sum AFTER INSERT ON "posting_lines"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION new_lines_sum_to_zero();
--> statement-breakpoint
-- Lines that stand are final.
CREATE FUNCTION lines_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a line of posting % was to be changed', OLD.posting_id;
END $$;
--> statement-breakpoint
CREATE TRIGGER posting_lines_final BEFORE UPDATE OR DELETE ON "posting_lines"
  FOR EACH ROW EXECUTE FUNCTION lines_are_final();
--> statement-breakpoint
DROP TRIGGER balances_not_negative ON "balances";
--> statement-breakpoint
-- A hand-out looks at the money before it is locked, so two may promise the last of it: the second is told by this code, and runs again.
CREATE OR REPLACE FUNCTION balance_is_not_negative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'account % would be at %', NEW.account, NEW.amount USING ERRCODE = 'PE001';
END $$;
--> statement-breakpoint
CREATE TRIGGER balances_not_negative AFTER INSERT OR UPDATE ON "balances"
  FOR EACH ROW WHEN (NEW.amount < 0 AND NEW.account <> 'custody') EXECUTE FUNCTION balance_is_not_negative();
