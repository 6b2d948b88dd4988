import { toast } from "@medusajs/ui";
import { useQueryClient } from "@tanstack/react-query";
import { decide, OperatorRefusal } from "./api";
import { useSay } from "./language";
import { phrases, refusalPhrases } from "./phrases";

/**
 * Posts a decision, shows how it ended, and reads everything of ours again: also after a refusal,
 * because then the screen was out of date. Answers whether it succeeded.
 */
export function useDecision(): (path: string, body?: unknown) => Promise<boolean> {
  const say = useSay();
  const client = useQueryClient();
  return async (path, body) => {
    try {
      await decide(path, body);
      toast.success(say(phrases.done));
      return true;
    } catch (error) {
      const refusal = error instanceof OperatorRefusal ? refusalPhrases[error.code] : undefined;
      toast.error(refusal ? say(refusal) : error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ["cho-lang"] });
    }
  };
}
