import i18next from 'i18next';
import { deviceClockDiffers, serverNow } from '../format/server-clock.ts';
import { wallClock } from '../format/zones.ts';

/** What is said of a time in the future, and which clocks differ when this device's is the reason. */
export function withDeviceClock(message: string): string {
  if (!deviceClockDiffers()) return message;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [device, register] = [wallClock(new Date(), zone), wallClock(serverNow(), zone)];
  const written = ({ date, time }: typeof device): string =>
    device.date === register.date ? time : `${date} ${time}`;
  return `${message} ${i18next.t('form.deviceClock', { device: written(device), register: written(register) })}`;
}
