import { Button, toast } from "@medusajs/ui";
import { useSay } from "../lib/language";
import { transferPhrases } from "../lib/transfer-phrases";

/** A text to be typed elsewhere: a press copies it. */
export function CopyText({ text, copied = text }: { text: string; copied?: string }) {
  const say = useSay();
  async function copy() {
    try {
      await navigator.clipboard.writeText(copied);
      toast.success(say(transferPhrases.copied));
    } catch {
      toast.error(say(transferPhrases.notCopied));
    }
  }
  return (
    <span className="inline-flex items-center gap-x-2">
      <span className="select-all break-all">{text}</span>
      <Button
        size="small"
        variant="transparent"
        aria-label={`${say(transferPhrases.copy)}: ${text}`}
        onClick={copy}
      >
        {say(transferPhrases.copy)}
      </Button>
    </span>
  );
}
