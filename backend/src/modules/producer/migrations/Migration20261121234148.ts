import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121234148 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "producer_member" drop constraint if exists "producer_member_email_unique";`,
    );
    this.addSql(
      `alter table if exists "producer" drop constraint if exists "producer_handle_unique";`,
    );
    this.addSql(
      `create table if not exists "producer" ("id" text not null, "handle" text not null, "name" text not null, "legal_form" text check ("legal_form" in ('cooperative', 'cooperative_group', 'company', 'household', 'farm', 'village_board')) not null, "registration_number" text null, "phone" text null, "email" text null, "street" text null, "commune_code" text not null, "province_code" text not null, "story" text not null, "picture_url" text null, "picture_width" integer null, "picture_height" integer null, "picture_alt" text null, "status" text check ("status" in ('pending', 'open', 'suspended', 'closed')) not null default 'pending', "closed_from" text null, "closed_until" text null, "village_id" text null, "is_demo" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_pkey" primary key ("id"));`,
    );
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_handle_unique" ON "producer" ("handle") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_province_code" ON "producer" ("province_code") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_village_id" ON "producer" ("village_id") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_deleted_at" ON "producer" ("deleted_at") WHERE deleted_at IS NULL;`,
    );

    this.addSql(
      `create table if not exists "producer_event" ("id" text not null, "kind" text check ("kind" in ('opened', 'suspended', 'reopened', 'member_activated', 'member_suspended', 'member_removed')) not null, "actor_id" text not null, "actor_name" text not null, "reason" text null, "member_id" text null, "producer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_event_pkey" primary key ("id"));`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_event_producer_id" ON "producer_event" ("producer_id") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_event_deleted_at" ON "producer_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    );

    this.addSql(
      `create table if not exists "producer_member" ("id" text not null, "name" text not null, "email" text not null, "role" text check ("role" in ('owner', 'manager', 'seller', 'guide', 'accountant')) not null, "status" text check ("status" in ('active', 'suspended', 'removed')) not null default 'active', "producer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_member_pkey" primary key ("id"));`,
    );
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_member_email_unique" ON "producer_member" ("email") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_member_producer_id" ON "producer_member" ("producer_id") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_member_deleted_at" ON "producer_member" ("deleted_at") WHERE deleted_at IS NULL;`,
    );

    this.addSql(
      `alter table if exists "producer_event" add constraint "producer_event_producer_id_foreign" foreign key ("producer_id") references "producer" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table if exists "producer_member" add constraint "producer_member_producer_id_foreign" foreign key ("producer_id") references "producer" ("id") on update cascade on delete cascade;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "producer_event" drop constraint if exists "producer_event_producer_id_foreign";`,
    );

    this.addSql(
      `alter table if exists "producer_member" drop constraint if exists "producer_member_producer_id_foreign";`,
    );

    this.addSql(`drop table if exists "producer" cascade;`);

    this.addSql(`drop table if exists "producer_event" cascade;`);

    this.addSql(`drop table if exists "producer_member" cascade;`);
  }
}
