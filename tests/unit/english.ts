import { fakeBrowser } from "wxt/testing/fake-browser";
import { englishMessage } from "../../tools/english.ts";

// There is no browser in unit tests that would find the words: here all of them are English.

fakeBrowser.i18n.getUILanguage = () => "en";
fakeBrowser.i18n.getMessage = englishMessage;
