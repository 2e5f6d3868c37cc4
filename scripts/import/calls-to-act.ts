import type { Nodes, Parents, Root } from 'mdast';
import { plainText, someNode } from './lines.ts';
import { normalizeName } from '../../src/languages/recognise-headings.ts';
import { callToAct, type Dropped } from './document-source.ts';
import { phrasesIn } from './phrases.ts';

/** Removes calls to action that newsletters and blogs add to every post: "Subscribe now", "Share this post". */
export function dropCallsToAct(tree: Root): Dropped[] {
  const dropped: Dropped[] = [];
  const look = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).filter((node) => {
      if (node.type === 'paragraph' || node.type === 'heading') {
        if (!isCallToAct(node)) return true;
        dropped.push({ what: callToAct, text: plainText(node) });
        return false;
      }
      if (node.type !== 'blockquote' && node.type !== 'list' && node.type !== 'listItem') return true;
      const before = node.children.length;
      look(node);
      return before === 0 || node.children.length > 0;
    }) as never;
  };
  look(tree);
  return dropped;
}

function isCallToAct(node: Nodes): boolean {
  const text = plainText(node);
  if (text === '' || text.length > maxLength || someNode(node, ({ type }) => neverRemoved.includes(type)))
    return false;
  if (sentences.some((pattern) => pattern.test(text))) return true;
  const links = linksIn(node);
  const words = links.map(plainText);
  const isOnlyLinks = words.join('').replace(/[^\p{L}\p{N}]/gu, '') === text.replace(/[^\p{L}\p{N}]/gu, '');
  if (links.length === 0 || !isOnlyLinks) return certain.has(normalizeName(text));
  return links.every((link) => {
    const said = normalizeName(plainText(link));
    return (
      said === '' ||
      certain.has(said) ||
      linked.has(said) ||
      (said.length <= 40 && isSubscription.test(link.url))
    );
  });
}

/** Graphemes in the longest one, including the name of the newsletter. */
const maxLength = 260;

const neverRemoved = ['image', 'imageReference', 'footnoteReference', 'html', 'inlineCode', 'textDirective'];

function linksIn(node: Nodes): Extract<Nodes, { type: 'link' }>[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

/** Subscription, sharing and payment URLs of Substack, Ghost, Beehiiv, Mailchimp and Medium. */
const isSubscription =
  /^(?:https?:\/\/(?:[\w-]+\.)*(?:substack\.com\/(?:app-link|subscribe)|list-manage\.com|eepurl\.com|beehiiv\.com\/subscribe|medium\.com\/m\/signin)|#\/portal|[^?#]*\/(?:subscribe|unsubscribe|sign-?up|newsletter-signup)\/?(?:[?#]|$)|[^#]*[?&]action=(?:share|subscribe)\b)/i;

/** Lines that are always a call to action. */
const certain = new Set(
  phrasesIn(`
  Subscribe | Subscribe now | Subscribe for free | Subscribe today | Subscribe here | Subscribed
  Upgrade to paid | Upgrade subscription | Become a paid subscriber | Become a member | Get 7 day free trial
  Share this post | Share this article | Share this: | Like this: | Like Loading… | Leave a comment
  Sign up for our newsletter | Sign up now | Read in app | Read online | View in browser
  View this email in your browser | Unsubscribe | Manage subscription | Update your preferences
  Powered by beehiiv | Powered by Ghost | Published with Ghost | Start writing today | Type your email…
  Jetzt abonnieren | Newsletter abonnieren | Abonnieren | Kostenlos abonnieren | Beitrag teilen
  S’abonner | S’abonner maintenant | Je m’abonne | S’inscrire à la newsletter | Partager cet article
  Suscríbete | Suscribirse | Suscríbete ahora | Suscríbete gratis | Compartir este artículo | Deja un comentario
  Inscreva-se | Assine | Assine agora | Subscrever | Compartilhe este post | Deixe um comentário
  Iscriviti | Iscriviti ora | Iscriviti alla newsletter | Abbonati | Abbonati ora | Condividi questo articolo
  सदस्यता लें | अभी सदस्यता लें | اشترك | اشترك الآن | اشترك في النشرة | 立即订阅 | 点击订阅 | 分享这篇文章
  購読する | 今すぐ購読 | 今すぐ登録 | 無料で購読 | この記事をシェア
  `).map(normalizeName),
);

/** Words that are a call to action only as a link on a line of its own. */
const linked = new Set(
  phrasesIn(`
  Share | Comment | Comments | Like | Restack | Follow | Sign up | Sign in | Join | Join now | Donate
  Get the app | Listen | Get more from … in the Substack app | Give a gift subscription | Refer a friend
  Teilen | Anmelden | Folgen | Partager | S’inscrire | Compartir | Seguir | Compartilhar | Condividi
  Tweet | Facebook | X | LinkedIn | WhatsApp | Email | Pinterest | Reddit | Telegram | Bluesky
  शेयर करें | مشاركة | شارك | 订阅 | 分享 | 登録する | シェア | 共有
  `).map(normalizeName),
);

/** Sentences of Substack, Ghost, Beehiiv, Medium, Mailchimp and WordPress, with any newsletter name. */
const sentences: readonly RegExp[] = [
  /^thanks for (?:reading|subscribing|being)\b.*\b(?:subscribe|share it|subscriber)/i,
  /\bis a reader-supported (?:publication|newsletter)\b/i,
  /^(?:to receive new posts and support|subscribe (?:for free )?to (?:receive|get|continue|keep|unlock|read|our|the newsletter))\b/i,
  /^(?:this post is (?:public|for (?:paid|paying) subscribers)|this is a free preview of)\b/i,
  /^(?:enter|type) your e-?mail\b/i,
  /^join (?:over |more than )?[\d,.]+[km]?\+? (?:other )?(?:subscribers|readers)\b/i,
  /^(?:was this|forwarded) (?:e-?mail|this e-?mail|forwarded to you)\b.*\b(?:subscribe|sign up)\b/i,
  /^you(?:’|'| a)re receiving this (?:e-?mail|newsletter) because\b/i,
  /^(?:sign up|subscribe) (?:for|to) (?:our|the|my)\b.*\b(?:newsletter|mailing list|updates)\b/i,
  /^sign up to discover human stories\b/i,
  /^discover more from .{1,60}$/i,
  /^subscribe to get the latest posts\b/i,
  /^(?:no spam\.? )?unsubscribe (?:any ?time|from this list|at any time)\b/i,
  /^(?:email sent! )?check your inbox (?:to|and)\b.*\b(?:signup|subscription|confirm)/i,
  /^already a (?:paid )?subscriber\? sign in\b/i,
  /^if you (?:like|liked|enjoy|enjoyed) (?:this|what you)\b.*\b(?:subscribe|subscribing|subscriber)\b/i,
];
