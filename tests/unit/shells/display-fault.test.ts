import { describe, expect, it } from 'vitest';
import { displayFaultIn, displayFaultSentence } from '../../../main/shells/display-fault.ts';

/** Standard error of Chromium 156 on Debian, as it was printed; what it always complains of comes first. */
const DBUS =
  '[24131:24163:1126/033124.930528:ERROR:dbus/bus.cc:405] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory\n';
const NO_SANDBOX =
  '[24591:24591:1126/033202.440842:ERROR:content/browser/zygote_host/zygote_host_impl_linux.cc:130] No usable sandbox! If this is a Debian system, please install the chromium-sandbox package to solve this problem. If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md.\n';
const ROOT =
  '[24108:24108:1126/033124.786830:ERROR:content/browser/zygote_host/zygote_host_impl_linux.cc:103] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.\n';
const NO_X11 = `${DBUS}[24131:24131:1126/033124.946194:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:257] Missing X server or $DISPLAY
[24131:24131:1126/033124.946217:ERROR:ui/aura/env.cc:253] The platform failed to initialize.  Exiting.
[24153:24153:0100/000000.988513:ERROR:content/zygote/zygote_linux.cc:662] write: Broken pipe (32)
`;
const NO_WAYLAND = `[24207:24207:1126/033126.585707:ERROR:ui/ozone/platform/wayland/host/wayland_connection.cc:210] Failed to connect to Wayland display: No such file or directory (2)
[24207:24207:1126/033126.585726:ERROR:ui/aura/env.cc:253] The platform failed to initialize.  Exiting.
`;
const NO_PROFILE = `${DBUS}[26243:26243:1126/033316.491296:ERROR:chrome/browser/process_singleton_posix.cc:349] Failed to create /state/chromium/SingletonLock: Permission denied (13)
[26243:26243:1126/033316.491453:ERROR:chrome/app/chrome_main_delegate.cc:624] Failed to create a ProcessSingleton for your profile directory. This means that running multiple instances would start multiple browser processes rather than opening a new window in the existing process. Aborting now to avoid profile corruption.
`;
/** After its process of graphics was killed three times. */
const NO_GPU = `[20884:20884:1126/105933.006697:ERROR:gpu/ipc/client/command_buffer_proxy_impl.cc:277] ContextResult::kTransientFailure: Failed to send GpuControl.CreateCommandBuffer.
[20632:20632:1126/105937.936429:ERROR:content/browser/gpu/gpu_process_host.cc:1044] GPU process exited unexpectedly: exit_code=9
[20632:20632:1126/105937.936471:FATAL:content/browser/gpu/gpu_data_manager_impl_private.cc:389] GPU process isn't usable. Goodbye.
[1126/105938.385361:ERROR:third_party/crashpad/crashpad/util/file/file_io_posix.cc:145] open /sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq: No such file or directory (2)
`;

const PLACE = { display: ':0', profile: '/state/chromium' };
const sentence = (said: string) => displayFaultSentence(displayFaultIn(said), PLACE);

describe('a browser that opens no window', () => {
  it.each([
    ['sandbox', NO_SANDBOX, 'bac à sable', 'No usable sandbox!'],
    ['sandbox', ROOT, 'bac à sable', 'Running as root without --no-sandbox'],
    ['display', NO_X11, 'session graphique', 'Missing X server'],
    ['display', NO_WAYLAND, 'session graphique', 'Failed to connect to Wayland display'],
    ['profile', NO_PROFILE, '/state/chromium', 'Permission denied'],
    ['gpu', NO_GPU, 'carte graphique', 'Goodbye'],
  ])('says what is wrong (%s), and its own words are quoted', (cause, said, words, quoted) => {
    expect(displayFaultIn(said).cause).toBe(cause);
    expect(sentence(said)).toContain(words);
    expect(sentence(said)).toContain(quoted);
  });

  it('has another sentence for each cause, and one for a cause that it does not say', () => {
    const all = [NO_SANDBOX, NO_X11, NO_PROFILE, NO_GPU, '', 'Trace/breakpoint trap\n'].map(sentence);
    expect(new Set(all).size).toBe(all.length);
    expect(sentence('')).not.toContain('Le navigateur dit');
    expect(sentence(`${DBUS}Trace/breakpoint trap\n`)).toMatch(/Le navigateur dit\s: «\sTrace\/breakpoint trap\s»\.$/);
  });

  it('is quoted without its numbers, and shortened', () => {
    expect(displayFaultIn(ROOT).quote).toMatch(/^\[ERROR:content/);
    expect(sentence(`${'mots '.repeat(5000)}\n`).length).toBeLessThan(700);
    expect(sentence(NO_SANDBOX)).not.toContain('\n');
  });
});
