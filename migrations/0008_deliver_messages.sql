CREATE TABLE "room_campaigns" (
	"room_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	CONSTRAINT "room_campaigns_room_id_campaign_id_pk" PRIMARY KEY("room_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"surface" text NOT NULL,
	"chat" text NOT NULL,
	"topic" text,
	"state" text NOT NULL,
	"locale" text NOT NULL,
	"owner" text NOT NULL,
	"missing" text NOT NULL,
	"moderators" text NOT NULL,
	"welcomes_all" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone,
	CONSTRAINT "rooms_chat" UNIQUE("surface","chat")
);
--> statement-breakpoint
DROP INDEX "outbox_due";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "recipient" text NOT NULL;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "unreachable_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "room_campaigns" ADD CONSTRAINT "room_campaigns_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_campaigns" ADD CONSTRAINT "room_campaigns_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("surface","recipient","created_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_screen" ON "outbox" USING btree ("surface","recipient") WHERE kind = 'screen';--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("surface","next_try_at") WHERE state = 'waiting';