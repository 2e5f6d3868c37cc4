/** An address without the parameters by which programs and newsletters count readers. */
export function withoutTracking(url: string): string {
  const [, start = url, query, end = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(url) ?? [];
  if (query === undefined) return url.replace(/#:~:text=.*$/, '');
  const kept = query.split('&').filter((each) => !tracking.test(each));
  const rest = kept.length > 0 ? `?${kept.join('&')}` : '';
  return `${start}${rest}${end}`.replace(/#?:~:text=.*$/, '');
}

const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hsenc|_hsmi|ref_src|srsltid|gad_source)(?:=|$)/i;
