/** An instant's hour and minute where the platform is, as its legal days are counted. */
export function zoneTime(at: string, time_zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: time_zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}
