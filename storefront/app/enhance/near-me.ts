/** How long the device may look for itself, and how old its answer may be, in milliseconds. */
const LIMITS = { timeout: 10_000, maximumAge: 300_000 };

/**
 * `[data-near]`: a press asks the device where it is, and goes to the list around that place,
 * nearest first. The address gets a place to a hundredth of a degree only, about a kilometre.
 */
export function nearMe(root: ParentNode, go: (address: string) => void): void {
  const button = root.querySelector<HTMLButtonElement>("[data-near]");
  const says = document.getElementById("near-says");
  if (!button || !says || !("geolocation" in navigator) || !isSecureContext) return;
  button.hidden = false;
  const say = (text = "") => {
    says.textContent = text;
  };
  button.addEventListener("click", () => {
    const { asking, denied, failed } = button.dataset;
    say(asking);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        say();
        const params = new URLSearchParams(location.search);
        params.set("near", `${latitude.toFixed(2)},${longitude.toFixed(2)}`);
        params.set("sort", "distance");
        params.delete("page");
        go(`${location.pathname}?${params}`);
      },
      ({ code, PERMISSION_DENIED }) => say(code === PERMISSION_DENIED ? denied : failed),
      LIMITS,
    );
  });
}
