// The page's own words, Arabic and English. The bot's words come from the bot.

const WORDS = {
  ar: {
    title: "موجز: تجربة",
    skip: "إلى كتابة الرسالة",
    trial: "تجربة على جهازك.",
    trialNotice: "مصادر متخيَّلة تروي أحداثًا حقيقية مضت، ولا شيء يصل إلى تيليغرام.",
    otherLanguage: "English",
    light: "المظهر الفاتح",
    dark: "المظهر الداكن",
    stripTitle: "ماذا يفعل موجز الآن",
    sourcesRead: "مصادر قُرئت",
    of: (read, all) => `${read} من ${all}`,
    articles: "مواد",
    stories: "أخبار",
    nextDigest: "الموجز القادم",
    noDigest: "لا موضوع بعد",
    minutely: "فور ورود الخبر",
    clockTitle: "ساعة التجربة",
    speed: (rate) => `سرعة الساعة: ${rate} ضعف`,
    skipDigest: "قدّم إلى الموجز القادم",
    empty: "مرّ موعد الموجز ولا جديد في مواضيعك، فلم يُرسل.",
    chats: "المحادثات",
    tabPrivate: "موجز",
    tabChannel: "القناة",
    bot: "بوت",
    typing: "يكتب…",
    more: "خيارات المحادثة",
    channelMore: "خيارات القناة",
    privateLog: "رسائل المحادثة مع موجز",
    channelLog: "منشورات القناة",
    down: "إلى آخر الرسائل",
    start: "ابدأ",
    unblock: "ارفع الحظر",
    block: "احظر البوت",
    newPerson: "ابدأ من جديد قارئًا آخر",
    whatCanItDo: "ماذا يستطيع هذا البوت؟",
    write: "اكتب رسالة",
    broadcast: "انشر في القناة",
    send: "أرسل",
    menu: "قائمة الأوامر",
    keyboard: "أظهر لوحة الأزرار أو أخفها",
    edited: "عُدّلت",
    silent: "وصلت بلا صوت",
    sounding: "وصلت بصوت",
    forwardedFrom: (who) => `محوّلة من ${who}`,
    forward: "حوّل إلى موجز",
    reply: "ردّ على الرسالة",
    replyingTo: (text) => `ردًّا على: ${text}`,
    cancelReply: "ألغِ الرد",
    shared: (title) => `شاركت القناة «${title}»`,
    added: "أُضيف موجز إلى المحادثة",
    pinned: "ثبّت موجز رسالة",
    you: "أنت",
    showAll: "اعرض الاقتباس كله",
    showLess: "اطوِ الاقتباس",
    spoiler: "نص مخفي: اضغط لإظهاره",
    opensSite: "يفتح صفحة",
    noAnswer: "لم يجب موجز عن الزر.",
    failed: (why) => `لم ينجح ذلك: ${why}`,
    ok: "حسنًا",
    cancel: "إلغاء",
    noChannel: "لا قناة بعد",
    channelPitch: "أنشئ قناة وأضف موجز مشرفًا فيها، ثم أرسل إليه \u2066/channel\u2069 في محادثته.",
    createChannel: "أنشئ قناة",
    newChannel: "قناة جديدة",
    channelName: "اسم القناة",
    channelSample: "أخبار التقنية",
    channelUser: "اسم المستخدم (اختياري)",
    create: "أنشئ",
    ownerOf: "قناة أنت مالكها",
    botMissing: "موجز ليس مشرفًا في هذه القناة.",
    botMuted: "موجز مشرف هنا، لكن ليست له صلاحية النشر.",
    addBot: "أضف موجز مشرفًا",
    removeBot: "أزل موجز من القناة",
    takeRight: "اسحب صلاحية النشر من موجز",
    giveRight: "أعطِ موجز صلاحية النشر",
    chooseChannel: "اختر القناة",
    share: "شارك قناة مع موجز",
    shareAdds: "إن لم يكن موجز مشرفًا في القناة أُضيف إليها مشرفًا.",
    reconnecting: "انقطع الاتصال بالتجربة. أعد تشغيلها ثم حدّث الصفحة.",
  },
  en: {
    title: "Mujaz: trial",
    skip: "To the message box",
    trial: "A trial on your machine.",
    trialNotice: "Invented outlets, real events of the past; nothing goes to Telegram.",
    otherLanguage: "العربية",
    light: "Light theme",
    dark: "Dark theme",
    stripTitle: "What Mujaz is doing",
    sourcesRead: "Sources",
    of: (read, all) => `${read} of ${all}`,
    articles: "Articles",
    stories: "Stories",
    nextDigest: "Next digest",
    noDigest: "no topic yet",
    minutely: "as news comes in",
    clockTitle: "The trial's clock",
    speed: (rate) => `Speed of the clock: ${rate} times`,
    skipDigest: "Skip to the digest",
    empty: "The hour of the digest passed with nothing new on your topics, so none was sent.",
    chats: "Chats",
    tabPrivate: "Mujaz",
    tabChannel: "Channel",
    bot: "bot",
    typing: "typing…",
    more: "Chat options",
    channelMore: "Channel options",
    privateLog: "Messages with Mujaz",
    channelLog: "Posts of the channel",
    down: "To the latest messages",
    start: "Start",
    unblock: "Unblock",
    block: "Block the bot",
    newPerson: "Start over as another reader",
    whatCanItDo: "What can this bot do?",
    write: "Message",
    broadcast: "Post in the channel",
    send: "Send",
    menu: "Command menu",
    keyboard: "Show or hide the keyboard",
    edited: "edited",
    silent: "Arrived without sound",
    sounding: "Arrived with sound",
    forwardedFrom: (who) => `Forwarded from ${who}`,
    forward: "Forward to Mujaz",
    reply: "Reply to the message",
    replyingTo: (text) => `In reply to: ${text}`,
    cancelReply: "Cancel the reply",
    shared: (title) => `You shared the channel “${title}”`,
    added: "Mujaz was added to the chat",
    pinned: "Mujaz pinned a message",
    you: "You",
    showAll: "Show the whole quote",
    showLess: "Collapse the quote",
    spoiler: "Hidden text: press to reveal",
    opensSite: "opens a page",
    noAnswer: "Mujaz did not answer the button.",
    failed: (why) => `That did not work: ${why}`,
    ok: "OK",
    cancel: "Cancel",
    noChannel: "No channel yet",
    channelPitch: "Create a channel and make Mujaz its administrator, then send /channel in its chat.",
    createChannel: "Create a channel",
    newChannel: "New channel",
    channelName: "Name of the channel",
    channelSample: "Tech news",
    channelUser: "User name (optional)",
    create: "Create",
    ownerOf: "a channel of yours",
    botMissing: "Mujaz is not an administrator of this channel.",
    botMuted: "Mujaz is an administrator here but may not post.",
    addBot: "Make Mujaz an administrator",
    removeBot: "Remove Mujaz from the channel",
    takeRight: "Take away Mujaz's right to post",
    giveRight: "Give Mujaz the right to post",
    chooseChannel: "Choose the channel",
    share: "Share a channel with Mujaz",
    shareAdds: "If Mujaz is not an administrator of the channel, it becomes one.",
    reconnecting: "The trial went away. Start it again, then reload this page.",
  },
};

let language = localStorage.getItem("mujaz.language") === "en" ? "en" : "ar";
const listeners = [];

export const locale = () => language;

export function word(key, ...values) {
  const found = WORDS[language][key];
  return typeof found === "function" ? found(...values) : found;
}

export function onLanguage(listener) {
  listeners.push(listener);
}

export function switchLanguage() {
  language = language === "ar" ? "en" : "ar";
  localStorage.setItem("mujaz.language", language);
  speak();
}

/** Writes the words into the page and tells whoever wrote some themselves. */
export function speak() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  for (const listener of listeners) listener();
}

let zone = "UTC";
export const setZone = (name) => { zone = name; };

/** A moment in the chat's zone; `seconds` since 1970. */
export function moment(seconds, options) {
  const format = new Intl.DateTimeFormat(language === "ar" ? "ar-u-nu-latn" : "en-GB", {
    timeZone: zone, hourCycle: "h23", ...options,
  });
  return format.format(new Date(seconds * 1000));
}

export const clockTime = (seconds) => moment(seconds, { hour: "2-digit", minute: "2-digit" });
export const dayName = (seconds) => moment(seconds, { weekday: "long", day: "numeric", month: "long" });
