CREATE TABLE "places" (
	"contributor_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"line" text NOT NULL,
	"opened_in" bigint NOT NULL,
	"position" integer NOT NULL,
	"item_id" uuid NOT NULL,
	CONSTRAINT "places_contributor_id_campaign_id_line_pk" PRIMARY KEY("contributor_id","campaign_id","line")
);
--> statement-breakpoint
DROP INDEX "items_begun";--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "is_touched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "opened_in" bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_line" ON "items" USING btree ("campaign_id","role","is_touched","opened_in","position","id") WHERE state = 'open' and taken < wanted;--> statement-breakpoint
CREATE INDEX "ballots_item" ON "ballots" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "assignments_person_item" ON "assignments" USING btree ("contributor_id","item_id");