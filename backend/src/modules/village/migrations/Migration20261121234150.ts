import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121234150 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "village" drop constraint if exists "village_handle_unique";`,
    );
    this.addSql(
      `create table if not exists "village" ("id" text not null, "handle" text not null, "name" text not null, "kind" text check ("kind" in ('craft', 'community', 'farm', 'rural')) not null, "craft" text not null, "story" text not null, "province_code" text not null, "commune_code" text not null, "commune_name" text not null, "former_place" text null, "lat" real not null, "lng" real not null, "picture_url" text null, "picture_width" integer null, "picture_height" integer null, "picture_alt" text null, "is_demo" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "village_pkey" primary key ("id"));`,
    );
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_village_handle_unique" ON "village" ("handle") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_village_province_code" ON "village" ("province_code") WHERE deleted_at IS NULL;`,
    );
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_village_deleted_at" ON "village" ("deleted_at") WHERE deleted_at IS NULL;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "village" cascade;`);
  }
}
