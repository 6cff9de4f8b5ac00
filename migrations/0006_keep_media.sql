CREATE TABLE "media" (
	"sha256" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"seconds" integer,
	"thumbnail" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media_sources" (
	"campaign_id" uuid NOT NULL,
	"source" text NOT NULL,
	"sha256" text NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "media_sources_campaign_id_source_pk" PRIMARY KEY("campaign_id","source")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "hard_to_see" text;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "sees_hard_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "media_sources" ADD CONSTRAINT "media_sources_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_sources" ADD CONSTRAINT "media_sources_sha256_media_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."media"("sha256") ON DELETE no action ON UPDATE no action;