import { describe, expect, it } from 'vitest';
import { areaInXdpyinfo, areaInXrandr, hasDisplay } from '../../../main/shells/display.ts';

const XRANDR = `Screen 0: minimum 8 x 8, current 5760 x 2160, maximum 32767 x 32767
HDMI-1 connected 3840x2160+1920+0 (normal left inverted right x axis y axis) 1210mm x 680mm
   3840x2160     60.00*+
eDP-1 connected primary 1920x1080+0+0 (normal left inverted right x axis y axis) 309mm x 174mm
DP-1 disconnected (normal left inverted right x axis y axis)
`;

describe('the display of this machine', () => {
  it('is there on Linux when X11 or Wayland says so, and always elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '', WAYLAND_DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  it('is as large as its primary output, not as all of them', () => {
    expect(areaInXrandr(XRANDR, '')).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
    expect(areaInXrandr(XRANDR.replace(' primary', ''), '')).toEqual({ x: 1920, y: 0, width: 3840, height: 2160 });
    // Where an output is named, the window lies on it.
    expect(areaInXrandr(XRANDR, 'HDMI-1')).toEqual({ x: 1920, y: 0, width: 3840, height: 2160 });
    expect(areaInXrandr('DP-1 disconnected (normal)\n', '')).toBeNull();
    expect(areaInXrandr('', '')).toBeNull();
  });

  it('is as large as xdpyinfo says where xrandr is missing', () => {
    expect(areaInXdpyinfo('  dimensions:    1280x720 pixels (338x190 millimeters)\n')).toEqual({
      x: 0,
      y: 0,
      width: 1280,
      height: 720,
    });
    expect(areaInXdpyinfo('')).toBeNull();
  });
});
