import { useEffect } from 'react';
import '../../../i18n/enFiles';
import { useSay } from '../../../i18n/Texts';
import { useToast } from '../../../ui/Toast/Toast';

/** Files that are dropped or pasted do not take the place of the page, and that is told. */
export function FilesRefused() {
  const say = useSay();
  const toast = useToast();

  useEffect(() => {
    const refuse = () => toast({ text: say('files.refused') });
    const onDragOver = (event: DragEvent) => {
      if (hasFiles(event.dataTransfer) && !takesFiles(event.target)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
      if (takesFiles(event.target)) return;
      event.preventDefault();
      refuse();
    };
    const onPaste = ({ clipboardData, target }: ClipboardEvent) => {
      const isOnlyFiles = clipboardData?.getData('text/plain') === '' && hasFiles(clipboardData);
      if (isOnlyFiles && !takesFiles(target)) refuse();
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [say, toast]);
  return null;
}

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') === true;

/** A field for a file does with it what it is there for. */
function takesFiles(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input[type=file]');
}
