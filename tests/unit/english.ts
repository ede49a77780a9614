import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import { fakeBrowser } from "wxt/testing/fake-browser";

// There is no browser in unit tests that would find the words: here all of them are English.

const messages = generateChromeMessages(await parseMessagesFile("locales/en.yml"));

fakeBrowser.i18n.getUILanguage = () => "en";
fakeBrowser.i18n.getMessage = (key: string, substitutions: string | string[] = []) =>
	(messages[key]?.message ?? "").replace(/\$(\d)/g, (_, place) => [substitutions].flat()[place - 1] ?? "");
