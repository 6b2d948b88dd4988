import { expect, it } from "vitest";
import { cameraFault } from "./scan";

it("each refusal of a camera has words of its own", () => {
  const named = (name: string) => cameraFault(Object.assign(new Error(), { name }));
  expect(named("NotAllowedError")).toBe("refused");
  expect(named("NotFoundError")).toBe("missing");
  expect(named("NotReadableError")).toBe("busy");
  expect(named("InsecureContextError")).toBe("insecure");
  expect(named("TypeError")).toBe("failed");
  expect(cameraFault("?")).toBe("failed");
});
