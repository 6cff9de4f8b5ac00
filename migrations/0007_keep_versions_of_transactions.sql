ALTER TABLE "chain_transactions" ADD COLUMN "replaced" text;--> statement-breakpoint
ALTER TABLE "chain_transactions" ADD COLUMN "cost" numeric(78,0);--> statement-breakpoint
ALTER TABLE "chain_transactions" ADD COLUMN "signed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chain_transactions" ADD COLUMN "offered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payout_leaves" ADD COLUMN "claimed_by" text;