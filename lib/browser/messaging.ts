import { defineExtensionMessaging } from "@webext-core/messaging";
import type { ProtocolMap } from "../protocol.ts";

/** The one channel between the contexts. */
export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
