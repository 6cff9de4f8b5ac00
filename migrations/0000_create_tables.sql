CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"requester_id" uuid NOT NULL,
	"requester_name" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"skill" text NOT NULL,
	"language" text NOT NULL,
	"purpose" text NOT NULL,
	"licence" text NOT NULL,
	"kept_until" text NOT NULL,
	"kind_in_words" text NOT NULL,
	"usual_seconds" integer NOT NULL,
	"measured_seconds" integer,
	"measured_people" integer DEFAULT 0 NOT NULL,
	"minutes_of_test" integer NOT NULL,
	"pass_mark" integer NOT NULL,
	"ask" text NOT NULL,
	"price" numeric(78,0) NOT NULL,
	"vote_price" numeric(78,0) NOT NULL,
	"floor_per_hour" numeric(78,0) NOT NULL,
	"top_up_cap_bps" integer NOT NULL,
	"fee_bps" integer NOT NULL,
	"commons_share_bps" integer NOT NULL,
	"review_share_bps" integer NOT NULL,
	"gold_share_ppm" integer NOT NULL,
	"kref_ppm" integer NOT NULL,
	"overlap_min" integer NOT NULL,
	"overlap_max" integer NOT NULL,
	"stop_at_ppm" integer NOT NULL,
	"lease_seconds" integer NOT NULL,
	"review_term_seconds" integer NOT NULL,
	"panel_size" integer NOT NULL,
	"terms_text" text NOT NULL,
	"terms_hash" text NOT NULL,
	"chain_salt" text NOT NULL,
	"chain_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "campaigns_code_unique" UNIQUE("code"),
	CONSTRAINT "campaigns_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "guide_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"question" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"rule" integer
);
--> statement-breakpoint
CREATE TABLE "guide_versions" (
	"campaign_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guide_versions_campaign_id_version_pk" PRIMARY KEY("campaign_id","version")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"rows" integer NOT NULL,
	"added" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "imports_file" UNIQUE("campaign_id","file_hash")
);
--> statement-breakpoint
CREATE TABLE "item_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"position" integer NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"content_text" text NOT NULL,
	"content_hash" text NOT NULL,
	"truth_text" text,
	"why" text,
	"rule" integer,
	"is_hard" boolean NOT NULL,
	"state" text NOT NULL,
	"wanted" integer NOT NULL,
	"taken" integer NOT NULL,
	"confidence_ppm" integer NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "items_external" UNIQUE("campaign_id","external_id"),
	CONSTRAINT "items_content" UNIQUE("campaign_id","role","content_hash")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"identity_id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"state" text NOT NULL,
	"turn" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"event_key" text PRIMARY KEY NOT NULL,
	"payload" text,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"failure" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_days" (
	"day" text PRIMARY KEY NOT NULL,
	"word" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sweeps" (
	"name" text PRIMARY KEY NOT NULL,
	"last_run_at" timestamp (3) with time zone,
	"last_failure_at" timestamp (3) with time zone,
	"failure" text,
	"note" text,
	"due_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"account" text PRIMARY KEY NOT NULL,
	"amount" numeric(78,0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_lines" (
	"posting_id" uuid NOT NULL,
	"account" text NOT NULL,
	"amount" numeric(78,0) NOT NULL,
	CONSTRAINT "posting_lines_posting_id_account_pk" PRIMARY KEY("posting_id","account")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"reason" text NOT NULL,
	"epoch" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "postings_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "chain_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"signer" text NOT NULL,
	"call" text NOT NULL,
	"state" text NOT NULL,
	"nonce" integer,
	"raw" text,
	"hash" text,
	"block_number" integer,
	"block_hash" text,
	"attempts" integer NOT NULL,
	"failure" text,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chain_transactions_purpose_unique" UNIQUE("purpose"),
	CONSTRAINT "chain_transactions_nonce" UNIQUE("signer","nonce")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"code" text NOT NULL,
	"payload" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"shown_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"surface" text NOT NULL,
	"payload" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"surface" text NOT NULL,
	"chat" text NOT NULL,
	"message" text NOT NULL,
	"subject" text NOT NULL,
	"view_hash" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "posts_subject" UNIQUE("surface","chat","subject")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"text_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_version" UNIQUE("campaign_id","version")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"surface" text NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "consents_of_person" UNIQUE("id","contributor_id","campaign_id"),
	CONSTRAINT "consents_order" CHECK (withdrawn_at is null or withdrawn_at >= agreed_at)
);
--> statement-breakpoint
CREATE TABLE "contributors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alias" text NOT NULL,
	"role" text DEFAULT 'contributor' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"actor" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"adult_at" timestamp (3) with time zone,
	"excluded_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"key_salt" text,
	"account_key" text,
	"claim_code_hash" text,
	"claim_code_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"platform" text NOT NULL,
	"platform_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identities_platform_id" UNIQUE("platform","platform_id")
);
--> statement-breakpoint
CREATE TABLE "support_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"contributor_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"question" text NOT NULL,
	"reply" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"replied_at" timestamp (3) with time zone,
	CONSTRAINT "support_cases_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "wallet_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"once" text NOT NULL,
	"first_word" text NOT NULL,
	"second_word" text NOT NULL,
	"nonce" text NOT NULL,
	"state" text NOT NULL,
	"address" text,
	"message" text,
	"signature" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wallet_links_once_unique" UNIQUE("once")
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"address" text NOT NULL,
	"message" text NOT NULL,
	"signature" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"counts_from" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"round_id" uuid,
	"bond" numeric(78,0) NOT NULL,
	"note" text,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"decide_by" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "appeals_submissionId_unique" UNIQUE("submission_id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"submission_id" uuid,
	"planted_answer" text,
	"planted_verdict" text,
	"position" integer NOT NULL,
	"outcome" text,
	"accepts" integer,
	"rejects" integer,
	"rule" integer,
	CONSTRAINT "ballots_position" UNIQUE("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "review_invitations" (
	"contributor_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"is_yes" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_invitations_contributor_id_skill_pk" PRIMARY KEY("contributor_id","skill")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"quorum" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "rounds_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"round_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"looked_at" timestamp (3) with time zone,
	CONSTRAINT "seats_round_id_contributor_id_pk" PRIMARY KEY("round_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ballot_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"rule" integer,
	"note" text,
	"recusal" text,
	"cast_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"is_paid" boolean NOT NULL,
	"settled_epoch" integer,
	CONSTRAINT "votes_one" UNIQUE("ballot_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "chain_blocks" (
	"number" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_events" (
	"tx" text NOT NULL,
	"log_index" integer NOT NULL,
	"block_number" integer NOT NULL,
	"block_hash" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chain_events_tx_log_index_pk" PRIMARY KEY("tx","log_index")
);
--> statement-breakpoint
CREATE TABLE "contribution_leaves" (
	"epoch" integer NOT NULL,
	"position" integer NOT NULL,
	"submission_id" uuid NOT NULL,
	"campaign_hash" text NOT NULL,
	"commitment" text NOT NULL,
	"leaf" text NOT NULL,
	"annotation" text,
	"salt" text,
	CONSTRAINT "contribution_leaves_epoch_position_pk" PRIMARY KEY("epoch","position")
);
--> statement-breakpoint
CREATE TABLE "epoch_parts" (
	"epoch" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "epoch_parts_epoch_position_pk" PRIMARY KEY("epoch","position")
);
--> statement-breakpoint
CREATE TABLE "epochs" (
	"epoch" integer PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"cut_off_at" timestamp (3) with time zone NOT NULL,
	"is_flush" boolean NOT NULL,
	"head_text" text NOT NULL,
	"manifest_hash" text NOT NULL,
	"head_hash" text NOT NULL,
	"header_text" text NOT NULL,
	"published" numeric(78,0) NOT NULL,
	"held_after" numeric(78,0) NOT NULL,
	"withheld" numeric(78,0) NOT NULL,
	"held_delta" numeric(78,0) NOT NULL,
	"tx" text,
	"settled_at" timestamp (3) with time zone,
	"active_at" timestamp (3) with time zone,
	"finalized_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payout_leaves" (
	"epoch" integer NOT NULL,
	"address" text NOT NULL,
	"cumulative" numeric(78,0) NOT NULL,
	CONSTRAINT "payout_leaves_epoch_address_pk" PRIMARY KEY("epoch","address")
);
--> statement-breakpoint
CREATE TABLE "reputation_leaves" (
	"epoch" integer NOT NULL,
	"position" integer NOT NULL,
	"contributor_id" uuid,
	"skill" text NOT NULL,
	"mean_ppm" integer NOT NULL,
	"low_ppm" integer NOT NULL,
	"high_ppm" integer NOT NULL,
	"checked" integer NOT NULL,
	"subject_salt" text,
	"leaf" text NOT NULL,
	CONSTRAINT "reputation_leaves_epoch_position_pk" PRIMARY KEY("epoch","position")
);
--> statement-breakpoint
CREATE TABLE "reward_rows" (
	"row_id" text PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"submission_id" uuid,
	"vote_id" uuid,
	"campaign_id" uuid,
	"contributor_id" uuid,
	"skill" text NOT NULL,
	"is_gold" boolean NOT NULL,
	"truth_ppm" integer NOT NULL,
	"elsewhere_ppm" integer NOT NULL,
	"need_ppm" integer NOT NULL,
	"score_ppm" integer NOT NULL,
	"factor_ppm" integer NOT NULL,
	"peff" numeric(78,0) NOT NULL,
	"q" integer NOT NULL,
	"m_bps" integer NOT NULL,
	"cap" numeric(78,0) NOT NULL,
	"pay" numeric(78,0) NOT NULL,
	"row_salt" text,
	"link_salt" text,
	"link_commit" text NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_answers" (
	"contributor_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"skill" text NOT NULL,
	"answer" text NOT NULL,
	"is_right" boolean NOT NULL,
	"seconds" integer NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exam_answers_contributor_id_item_id_attempt_pk" PRIMARY KEY("contributor_id","item_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "qualifications" (
	"contributor_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"state" text NOT NULL,
	"attempt" integer NOT NULL,
	"asked" integer NOT NULL,
	"right" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"paused_until" timestamp (3) with time zone,
	"stipend" numeric(78,0),
	"stipend_at" timestamp (3) with time zone,
	CONSTRAINT "qualifications_contributor_id_skill_pk" PRIMARY KEY("contributor_id","skill")
);
--> statement-breakpoint
CREATE TABLE "reputations" (
	"contributor_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"mean_ppm" integer NOT NULL,
	"low_ppm" integer NOT NULL,
	"high_ppm" integer NOT NULL,
	"checked" integer NOT NULL,
	"gold_right" integer NOT NULL,
	"gold_asked" integer NOT NULL,
	"agreed" integer DEFAULT 0 NOT NULL,
	"appeals_won" integer DEFAULT 0 NOT NULL,
	"standing" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reputations_contributor_id_skill_pk" PRIMARY KEY("contributor_id","skill")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"state" text NOT NULL,
	"price" numeric(78,0) NOT NULL,
	"m_bps" integer NOT NULL,
	"pay_reserve" numeric(78,0) NOT NULL,
	"fee_reserve" numeric(78,0) NOT NULL,
	"review_reserve" numeric(78,0) NOT NULL,
	"guide_version" integer NOT NULL,
	"shuffle_seed" integer NOT NULL,
	"draft" text,
	"skip_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"assignment_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"answer" text,
	"sketch" text,
	"submission_hash" text NOT NULL,
	"salt" text,
	"state" text NOT NULL,
	"decided_by" text,
	"is_gold" boolean NOT NULL,
	"is_gold_right" boolean,
	"needs_review" boolean NOT NULL,
	"active_seconds" integer NOT NULL,
	"guide_version" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"review_by" timestamp (3) with time zone NOT NULL,
	"in_review_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"settled_epoch" integer,
	CONSTRAINT "submissions_code_unique" UNIQUE("code"),
	CONSTRAINT "submissions_assignmentId_unique" UNIQUE("assignment_id"),
	CONSTRAINT "submissions_decided" CHECK ((state in ('accepted', 'rejected')) = (decided_by is not null) or state = 'erased')
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_requester_id_contributors_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_questions" ADD CONSTRAINT "guide_questions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_lines" ADD CONSTRAINT "posting_lines_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_cases" ADD CONSTRAINT "support_cases_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_links" ADD CONSTRAINT "wallet_links_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_leaves" ADD CONSTRAINT "contribution_leaves_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_answers" ADD CONSTRAINT "exam_answers_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_answers" ADD CONSTRAINT "exam_answers_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reputations" ADD CONSTRAINT "reputations_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_consent" FOREIGN KEY ("consent_id","contributor_id","campaign_id") REFERENCES "public"."consents"("id","contributor_id","campaign_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_reports_open" ON "item_reports" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "items_next" ON "items" USING btree ("campaign_id","role","state","position");--> statement-breakpoint
CREATE INDEX "items_begun" ON "items" USING btree ("campaign_id","position") WHERE role = 'live' and state = 'open' and taken > 0;--> statement-breakpoint
CREATE INDEX "inbox_new" ON "inbox" USING btree ("received_at") WHERE state = 'new';--> statement-breakpoint
CREATE INDEX "posting_lines_account" ON "posting_lines" USING btree ("account");--> statement-breakpoint
CREATE INDEX "postings_epoch" ON "postings" USING btree ("epoch");--> statement-breakpoint
CREATE INDEX "chain_transactions_due" ON "chain_transactions" USING btree ("next_try_at") WHERE state in ('wanted', 'signed');--> statement-breakpoint
CREATE INDEX "notices_new" ON "notices" USING btree ("contributor_id","created_at") WHERE shown_at is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("next_try_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "consents_one_live" ON "consents" USING btree ("contributor_id","campaign_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "identities_contributor" ON "identities" USING btree ("contributor_id");--> statement-breakpoint
CREATE INDEX "wallet_links_contributor" ON "wallet_links" USING btree ("contributor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_one_live" ON "wallets" USING btree ("contributor_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_one_owner" ON "wallets" USING btree ("address") WHERE replaced_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_submission" ON "ballots" USING btree ("round_id","submission_id");--> statement-breakpoint
CREATE INDEX "ballots_of_submission" ON "ballots" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("closes_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "seats_contributor" ON "seats" USING btree ("contributor_id");--> statement-breakpoint
CREATE INDEX "votes_contributor" ON "votes" USING btree ("contributor_id","cast_at");--> statement-breakpoint
CREATE INDEX "chain_events_block" ON "chain_events" USING btree ("block_number");--> statement-breakpoint
CREATE UNIQUE INDEX "contribution_leaves_submission" ON "contribution_leaves" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "epoch_parts_sha256" ON "epoch_parts" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "reward_rows_person" ON "reward_rows" USING btree ("contributor_id","skill","settled_at");--> statement-breakpoint
CREATE INDEX "reward_rows_epoch" ON "reward_rows" USING btree ("epoch");--> statement-breakpoint
CREATE INDEX "reward_rows_submission" ON "reward_rows" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "exam_answers_skill" ON "exam_answers" USING btree ("contributor_id","skill","attempt");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_one_in_hand" ON "assignments" USING btree ("contributor_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_one_per_item" ON "assignments" USING btree ("contributor_id","item_id") WHERE state in ('open', 'submitted');--> statement-breakpoint
CREATE INDEX "assignments_due" ON "assignments" USING btree ("expires_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "assignments_item" ON "assignments" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "submissions_contributor" ON "submissions" USING btree ("contributor_id","submitted_at");--> statement-breakpoint
CREATE INDEX "submissions_item" ON "submissions" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "submissions_pending" ON "submissions" USING btree ("review_by") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "submissions_unsettled" ON "submissions" USING btree ("campaign_id") WHERE settled_epoch is null;