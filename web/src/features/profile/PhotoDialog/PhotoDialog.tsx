import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useSay } from '../../../i18n/Texts';
import { mostZoom, pushed, wholeCrop, type Crop } from '../../../models/crop';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';
import { useAct } from '../../useAct';
import { base64Of, draw } from './picture';
import styles from './PhotoDialog.module.css';

const shownPx = 512;
const step = 0.04;

/** Chooses a picture and the square of it that is shown. */
export function PhotoDialog({ onClose }: { onClose: (changed: boolean) => void }) {
  const say = useSay();
  const { act, busy, problem } = useAct();
  const canvas = useRef<HTMLCanvasElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const grabbed = useRef<{ x: number; y: number }>(undefined);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [crop, setCrop] = useState<Crop>(wholeCrop);
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    if (canvas.current !== null && picture !== undefined) draw(canvas.current, picture, crop);
  }, [picture, crop]);

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      setPicture(await createImageBitmap(file));
      setCrop(wholeCrop);
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const push = (right: number, down: number) => {
    if (picture !== undefined) setCrop((now) => pushed(picture, now, right, down));
  };
  const onMove = ({ clientX: x, clientY: y, currentTarget }: PointerEvent) => {
    const from = grabbed.current;
    if (from === undefined) return;
    const width = currentTarget.clientWidth || 1;
    push((x - from.x) / width, (y - from.y) / width);
    grabbed.current = { x, y };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ways: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    push(...way);
  };
  const save = async () => {
    if (canvas.current === null || busy) return;
    const image = base64Of(canvas.current);
    if (await act('users.setPhoto', { image })) onClose(true);
  };

  return (
    <Dialog
      title={say('profile.photo.change')}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => input.current?.click()}>
            {say(picture === undefined ? 'profile.photo.choose' : 'profile.photo.other')}
          </Button>
          {picture !== undefined && (
            <Button tone="primary" disabled={busy} onClick={() => void save()}>
              {say('profile.photo.save')}
            </Button>
          )}
        </>
      }
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('profile.photo.choose')}
        accept="image/png,image/jpeg,image/gif"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {picture !== undefined && (
        <>
          <canvas
            ref={canvas}
            width={shownPx}
            height={shownPx}
            role="img"
            tabIndex={0}
            aria-label={say('profile.photo.area')}
            className={styles.frame}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              grabbed.current = { x: event.clientX, y: event.clientY };
            }}
            onPointerMove={onMove}
            onPointerUp={() => (grabbed.current = undefined)}
          />
          <label className={styles.zoom}>
            {say('profile.photo.zoom')}
            <input
              type="range"
              min={1}
              max={mostZoom}
              step={0.05}
              value={crop.zoom}
              onChange={(event) => setCrop({ ...crop, zoom: Number(event.target.value) })}
            />
          </label>
        </>
      )}
      <p className={styles.hint}>{say('profile.photo.hint')}</p>
      <Problem text={unreadable ? say('profile.photo.unreadable') : problem} />
    </Dialog>
  );
}
