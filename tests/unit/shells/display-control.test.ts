import { describe, expect, it } from 'vitest';
import {
  aloneCommands,
  displayProtocol,
  outputsIn,
  powerCommands,
  runDisplayCommands,
  steadyCommands,
  turnCommands,
} from '../../../main/shells/display-control.ts';

const written = (commands: readonly { command: string; args: readonly string[]; input?: string }[]) =>
  commands.map(({ command, args, input }) => [command, ...args, ...(input ? [`< ${input.trim()}`] : [])].join(' '));

describe('the display of the machine', () => {
  it('is spoken to by Wayland where both are there, and left alone on Windows and macOS', () => {
    expect(displayProtocol('linux', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).toBe('wayland');
    expect(displayProtocol('linux', { DISPLAY: ':0' })).toBe('x11');
    expect(displayProtocol('win32', { DISPLAY: ':0' })).toBe('none');
    expect(powerCommands('none', [], true)).toEqual([]);
  });

  it('is turned clockwise, each output by its name', () => {
    expect(written(turnCommands('wayland', ['HDMI-A-1', 'DP-1'], 90))).toEqual([
      // 270 degrees against the clock: seen on labwc, whose picture has its top on the right.
      'wlr-randr --output HDMI-A-1 --transform 270',
      'wlr-randr --output DP-1 --transform 270',
    ]);
    expect(written(turnCommands('wayland', ['DP-1'], 0))).toEqual(['wlr-randr --output DP-1 --transform normal']);
    expect(written(turnCommands('x11', ['HDMI-1'], 90))).toEqual(['xrandr --output HDMI-1 --rotate right']);
  });

  it('is the only one alight where it is named, and never put out because it is not there', () => {
    const off = aloneCommands(['HDMI-A-1', 'DP-1', 'DP-2'], 'DP-1');
    expect(written(off)).toEqual(['wlr-randr --output HDMI-A-1 --off', 'wlr-randr --output DP-2 --off']);
    expect(aloneCommands(['HDMI-A-1', 'DP-1'], 'DP-3')).toEqual([]);
  });

  it('has the outputs that its tool lists', () => {
    const wayland = 'HDMI-A-1 "Iiyama PL4341UHS (HDMI-A-1)"\n  Make: Iiyama\n  Enabled: yes\nDP-2 "Dell"\n  Modes:\n';
    const x11 = 'Screen 0: minimum 8 x 8\nHDMI-1 connected primary 1920x1080+0+0\n   1920x1080 60\nDP-1 disconnected\n';
    expect(outputsIn('wayland', wayland)).toEqual(['HDMI-A-1', 'DP-2']);
    expect(outputsIn('x11', x11)).toEqual(['HDMI-1']);
  });

  it('sleeps and wakes through its compositor and through the HDMI cable, and never blanks by itself', () => {
    expect(written(powerCommands('wayland', ['HDMI-A-1'], false))).toEqual([
      'wlopm --off HDMI-A-1',
      'cec-client -s -d 1 < standby 0',
    ]);
    const [wake] = powerCommands('wayland', ['HDMI-A-1', 'DP-1'], true);
    expect(written([wake ?? expect.fail()])).toEqual(['wlopm --on HDMI-A-1 --on DP-1']);
    // cage has no such protocol.
    expect(written(wake?.otherwise ?? [])).toEqual([
      'wlr-randr --output HDMI-A-1 --on',
      'wlr-randr --output DP-1 --on',
    ]);
    expect(written(powerCommands('x11', [], false))[0]).toBe('xset +dpms dpms force off');
    expect(written(powerCommands('x11', [], true))[0]).toBe('xset dpms force on -dpms');
    expect(written(steadyCommands('x11'))).toEqual(['xset s off -dpms']);
  });

  it('does without the tools that are not installed', async () => {
    const missing = { command: 'no-such-tool-of-the-display', args: [], input: 'on 0\n' };
    expect(await runDisplayCommands([missing])).toBe('');
    expect(await runDisplayCommands([{ ...missing, otherwise: [{ command: 'echo', args: ['otherwise'] }] }])).toBe(
      'otherwise\n',
    );
    expect(await runDisplayCommands([missing, { command: 'cat', args: [], input: 'HDMI-A-1' }])).toBe('HDMI-A-1');
  });
});
