import { useEffect, useRef, useState } from "react";
import { usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { type CameraFault, cameraFault, scanTicket } from "./scan";

/** The camera, off until it is asked for and after each ticket that it read. */
export function TicketCamera({ onRead }: { onRead: (ticket: string) => void }) {
  const { visits } = usePhrases().portal;
  const [isAlive, setAlive] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [isReady, setReady] = useState(false);
  const [fault, setFault] = useState<CameraFault | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onRead);
  tell.current = onRead;
  useEffect(() => setAlive(true), []);
  useEffect(() => {
    const screen = video.current;
    if (!isWanted || !screen) return;
    const watch = new AbortController();
    const { signal } = watch;
    scanTicket(screen, { signal, onReady: () => setReady(true) })
      .then((ticket) => {
        if (ticket === null || signal.aborted) return;
        navigator.vibrate?.(80);
        tell.current(ticket);
      })
      .catch((error: unknown) => {
        if (!signal.aborted) setFault(cameraFault(error));
      })
      .finally(() => {
        if (!signal.aborted) setWanted(false);
      });
    return () => {
      watch.abort();
      setReady(false);
    };
  }, [isWanted]);
  const start = () => {
    setFault(null);
    setWanted(true);
  };
  return (
    <div className="camera needs-script">
      {isWanted ? null : (
        <Button type="button" look="outline" disabled={!isAlive} onClick={start}>
          <Icon name="qr" size={20} />
          {visits.cameraStart}
        </Button>
      )}
      <div hidden={!isWanted}>
        <video className="camera-screen" ref={video} muted playsInline />
        <p role="status" className="small quiet my-2">
          {isWanted ? (isReady ? visits.cameraAim : visits.cameraStarting) : null}
        </p>
        <Button type="button" look="outline" onClick={() => setWanted(false)}>
          {visits.cameraStop}
        </Button>
      </div>
      {fault ? (
        <Notice role="alert" icon="warn" className="mt-3">
          {visits.cameraFaults[fault]}
        </Notice>
      ) : null}
    </div>
  );
}
