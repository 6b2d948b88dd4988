import type { Picture as PictureFacts } from "@cho-lang/shared/contracts/parts";

export type PictureProps = {
  picture: PictureFacts | null;
  className?: string;
  /** True for the largest picture of the first view. */
  isFirst?: boolean;
  /** Where the page already says what it shows. */
  isDecoration?: boolean;
};

/** A picture with its size, so that nothing moves when it comes; a blank ground without one. */
export function Picture({ picture, className, isFirst, isDecoration }: PictureProps) {
  if (!picture) {
    return <span className={`block aspect-5/6 bg-giay2 ${className ?? ""}`} aria-hidden="true" />;
  }
  return (
    <img
      src={pictureUrl(picture.url)}
      width={picture.width}
      height={picture.height}
      alt={isDecoration ? "" : picture.alt}
      className={className}
      decoding="async"
      {...(isFirst ? { fetchpriority: "high" } : { loading: "lazy" as const })}
    />
  );
}

/**
 * The address under which a page shows a picture. An upload of the backend (`…/static/<file>`,
 * whatever its host) is served by the storefront itself; any other address stays as it is.
 */
export function pictureUrl(url: string): string {
  return /^https?:\/\/[^/]+(\/static\/[^/]+)$/.exec(url)?.[1] ?? url;
}
