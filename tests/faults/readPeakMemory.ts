import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}

/** The most memory that each descendant of this process has used, in MB. Only on Linux. */
export function readPeakMemory(): ReadonlyMap<string, number> {
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const statuses = new Map(pids.map((pid) => [pid, readStatus(pid)]));
  const read = (pid: string, field: string) =>
    new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(statuses.get(pid) ?? '')?.[1];
  const isDescendant = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(process.pid) || isDescendant(read(pid, 'PPid')));
  return new Map(
    pids.filter((pid) => isDescendant(read(pid, 'PPid'))).map((pid) => [pid, Number(read(pid, 'VmHWM') ?? 0) / 1024]),
  );
}
