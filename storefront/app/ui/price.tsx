import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage } from "~/language/phrases";

/** Whole đồng, with figures of one width and never broken over lines. */
export function Price({ amount, className }: { amount: number; className?: string }) {
  const language = useLanguage();
  return (
    <span className={className ? `price ${className}` : "price"}>
      {formatVnd(amount, language)}
    </span>
  );
}
