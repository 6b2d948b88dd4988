import medusa from "@medusajs/eslint-plugin";
import tseslint from "typescript-eslint";

/** Only what Biome cannot know: Medusa's own conventions, on the backend. */
export default [
  { ignores: ["**/*.test.ts", "**/node_modules/**", "**/.medusa/**"] },
  ...medusa.configs.recommended,
  {
    files: ["backend/src/**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser },
    rules: {
      // An expected refusal is a RefusalError of lib/errors; a plain Error is a broken promise inside
      // our own code and shall be a 500.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
];
