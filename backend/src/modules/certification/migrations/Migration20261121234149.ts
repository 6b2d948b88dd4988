import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121234149 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "certification" ("id" text not null, "product_id" text not null, "producer_id" text not null, "product_title" text not null, "stars" integer not null, "decision_number" text not null, "decision_folded" text not null, "decided_on" text not null, "expires_on" text not null, "issuer_level" text check ("issuer_level" in ('district', 'province', 'ministry')) not null, "issuer_name" text not null, "province_code" text not null, "status" text check ("status" in ('submitted', 'verified', 'rejected', 'revoked')) not null default 'submitted', "rejected_reason" text null, "revoked_on" text null, "revoked_reason" text null, "is_demo" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "certification_pkey" primary key ("id"), constraint CK_certification_stars check (stars between 3 and 5), constraint CK_certification_dates check (decided_on < expires_on), constraint CK_certification_revoked check ((status = 'revoked') = (revoked_on is not null)));`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_product_id" ON "certification" ("product_id") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_producer_id" ON "certification" ("producer_id") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_decision_folded" ON "certification" ("decision_folded") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_province_code" ON "certification" ("province_code") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_deleted_at" ON "certification" ("deleted_at") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_certification_decision_once" ON "certification" ("product_id", "decision_number") WHERE status <> 'rejected' and deleted_at is null;`,
    );

    this.addSql(
      `create table if not exists "certification_event" ("id" text not null, "kind" text check ("kind" in ('submitted', 'verified', 'rejected', 'revoked')) not null, "actor_id" text not null, "actor_name" text not null, "reason" text null, "certification_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "certification_event_pkey" primary key ("id"));`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_event_certification_id" ON "certification_event" ("certification_id") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_certification_event_deleted_at" ON "certification_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_certification_event_once" ON "certification_event" ("certification_id", "kind") WHERE deleted_at is null;`,
    );

    this.addSql(
      `alter table if exists "certification_event" add constraint "certification_event_certification_id_foreign" foreign key ("certification_id") references "certification" ("id") on update cascade on delete cascade;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "certification_event" drop constraint if exists "certification_event_certification_id_foreign";`,
    );

    this.addSql(`drop table if exists "certification" cascade;`);

    this.addSql(`drop table if exists "certification_event" cascade;`);
  }
}
