ALTER TABLE "assignments" DROP CONSTRAINT "assignments_campaign_id_campaigns_id_fk";
--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_campaign_id_campaigns_id_fk";
