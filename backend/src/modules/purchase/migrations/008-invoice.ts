import type { SqlMigration } from "../../../lib/migrate";

/** Company, tax number, address and e-mail for the producers' e-invoices, one set for a purchase. */
export const addInvoice: SqlMigration = {
  title: "008-invoice",
  up: `
    CREATE TABLE purchase.invoice_detail (
      purchase_id text PRIMARY KEY REFERENCES purchase.purchase (id) ON DELETE CASCADE,
      company text NOT NULL CHECK (company <> '' AND length(company) <= 200),
      tax_number text NOT NULL CHECK (tax_number ~ '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$'),
      address text NOT NULL CHECK (address <> '' AND length(address) <= 300),
      email text NOT NULL CHECK (email <> '' AND length(email) <= 254),
      changed_at timestamptz NOT NULL DEFAULT now()
    );
  `,
};
