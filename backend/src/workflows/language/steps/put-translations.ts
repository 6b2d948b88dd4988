import type { ITranslationModuleService } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

export interface TranslationInput {
  /** Model in snake case: "producer", "village", "product". */
  reference: string;
  reference_id: string;
  /** Medusa's locale: "en-US". */
  locale_code: string;
  /** Translatable column → text. A column left out keeps its translation. */
  translations: Record<string, string>;
}

interface Undo {
  /** Rows that were created or changed. */
  written: string[];
  /** What the changed rows said before. */
  before: TranslationInput[];
}

/**
 * Writes translations, adding to those that exist: a repeat changes nothing. Undo brings the texts
 * of before back.
 */
export const putTranslationsStep = createStep(
  "put-translations",
  async (input: TranslationInput[], { container }) => {
    const undo: Undo = { written: [], before: [] };
    if (input.length === 0) return new StepResponse(undo, undo);
    const service = container.resolve<ITranslationModuleService>(Modules.TRANSLATION);
    const present = await service.listTranslations(
      {
        reference_id: [...new Set(input.map(({ reference_id }) => reference_id))],
        locale_code: [...new Set(input.map(({ locale_code }) => locale_code))],
      },
      { take: null },
    );
    const keyOf = (row: { reference_id: string; locale_code: string }) =>
      `${row.reference_id} ${row.locale_code}`;
    const known = new Map(present.map((row) => [keyOf(row), row]));
    const fresh = input.filter((row) => !known.has(keyOf(row)));
    const changed = input.flatMap((row) => {
      const old = known.get(keyOf(row));
      return old ? [{ old, translations: { ...old.translations, ...row.translations } }] : [];
    });
    if (changed.length > 0) {
      undo.written = changed.map(({ old }) => old.id);
      undo.before = changed.map(({ old }) => ({
        reference: old.reference,
        reference_id: old.reference_id,
        locale_code: old.locale_code,
        translations: old.translations as Record<string, string>,
      }));
      await service.updateTranslations(
        changed.map(({ old, translations }) => ({ id: old.id, translations })),
      );
    }
    if (fresh.length > 0) {
      const created = await service.createTranslations(fresh);
      undo.written.push(...created.map(({ id }) => id));
    }
    return new StepResponse(undo, undo);
  },
  async (undo, { container }) => {
    if (!undo) return;
    const service = container.resolve<ITranslationModuleService>(Modules.TRANSLATION);
    // An update would merge, and keep the texts that were added.
    if (undo.written.length > 0) await service.deleteTranslations(undo.written);
    if (undo.before.length > 0) await service.createTranslations(undo.before);
  },
);
