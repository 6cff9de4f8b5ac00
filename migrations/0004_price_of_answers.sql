ALTER TABLE "assignments" DROP CONSTRAINT "assignments_campaign_id_campaigns_id_fk";
--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_campaign_id_campaigns_id_fk";
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "price" numeric(78,0);
--> statement-breakpoint
UPDATE "submissions" s SET "price" = a."price" FROM "assignments" a WHERE a."id" = s."assignment_id";
--> statement-breakpoint
ALTER TABLE "submissions" ALTER COLUMN "price" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "submissions_checking" ON "submissions" USING btree ("contributor_id") WHERE state = 'pending';