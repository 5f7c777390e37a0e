/** Opens the phone's own messages with this text in it; whom it goes to is the sender's choice. */
export const smsLink = (text: string): string => `sms:?body=${encodeURIComponent(text)}`;

/** What a lesson has to send on. */
interface Sendable {
  sms?: string | undefined;
  message?: string | undefined;
  sensitive: boolean;
  /** Titles of its key messages. */
  keyMessages: string[];
}

/** The key messages that become pictures: none of a heavy lesson, because a picture stays in a phone's gallery. */
export const picturedMessages = (lesson: Sendable): string[] => (lesson.sensitive ? [] : lesson.keyMessages);

/** Whether a lesson has anything to send on. */
export const canBeSent = (lesson: Sendable): boolean => Boolean(lesson.sms || lesson.message) || picturedMessages(lesson).length > 0;
