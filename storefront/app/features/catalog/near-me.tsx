import { usePhrases } from "~/language/phrases";
import { Icon } from "~/ui/icon";

/** Asks the device where the visitor is, and only when pressed; it shows where script is there. */
export function NearMe() {
  const { near } = usePhrases().catalog;
  return (
    <button
      type="button"
      className="near link tap"
      hidden
      data-near
      data-asking={near.asking}
      data-denied={near.denied}
      data-failed={near.failed}
    >
      <Icon name="pin" size={20} />
      {near.find}
    </button>
  );
}
