import sprite from "./sprite.svg?url";

/** Every icon of the sprite. */
export const ICON_NAMES = [
  "basket",
  "box",
  "calendar",
  "check",
  "clock",
  "close",
  "down",
  "edit",
  "filter",
  "home",
  "info",
  "leaf",
  "left",
  "mail",
  "menu",
  "minus",
  "money",
  "more",
  "out",
  "people",
  "person",
  "phone",
  "pin",
  "plus",
  "qr",
  "return",
  "right",
  "search",
  "seal",
  "share",
  "truck",
  "warn",
] as const;

export type IconName = (typeof ICON_NAMES)[number];

export type IconProps = {
  name: IconName;
  /** Pixels; 24 unless said. */
  size?: number;
  className?: string;
};

/** A line drawing from the sprite; silent, because words always stand beside it. */
export function Icon({ name, size = 24, className }: IconProps) {
  return (
    <svg width={size} height={size} className={className} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

/** Address of a drawing of the sprite that is no icon: grain, grain-star, disc. */
export function spriteHref(name: "grain" | "grain-star" | "disc"): string {
  return `${sprite}#${name}`;
}
