import { userError } from "../../../user-error.ts";
import { createCursor, unreadable } from "./pickle-cursor.ts";
import {
	Built,
	CONSTRUCTORS,
	GlobalName,
	ORDERED_DICT,
	Persistent,
	type Pickled,
	STORAGE,
} from "./pickled.ts";

// Opcodes: CPython, Lib/pickletools.py. Only those that protocols 2 to 5 use for plain data are known.

/** Objects on the stack and remembered; a state dict of the largest networks has a few thousand. */
const MOST = 1_000_000;

/** Reads one pickle as data. Throws a UserError, with its name, at everything else that a pickle can ask for. */
export function readPickle(bytes: Uint8Array, start = 0): { readonly value: Pickled; readonly end: number } {
	const from = createCursor(bytes, start);
	let stack: Pickled[] = [];
	const marks: Pickled[][] = [];
	const memo = new Map<number, Pickled>();

	const pop = (): Pickled => {
		if (stack.length === 0) throw unreadable("empty stack");
		return stack.pop() as Pickled;
	};
	const top = (): Pickled => {
		if (stack.length === 0) throw unreadable("empty stack");
		return stack[stack.length - 1];
	};
	const popMark = (): Pickled[] => {
		const items = stack;
		const before = marks.pop();
		if (!before) throw unreadable("no mark");
		stack = before;
		return items;
	};
	const remember = (index: number) => {
		if (memo.size > MOST) throw unreadable("too large");
		memo.set(index, top());
	};
	const recall = (index: number): Pickled => {
		if (!memo.has(index)) throw unreadable("unknown reference");
		return memo.get(index) as Pickled;
	};
	const list = (value: Pickled): Pickled[] => {
		if (!Array.isArray(value)) throw unreadable("no list");
		return value;
	};
	const setItems = (into: Pickled, items: readonly Pickled[]) => {
		if (!(into instanceof Map)) throw unreadable("no dict");
		for (let i = 0; i + 1 < items.length; i += 2) into.set(items[i], items[i + 1]);
	};
	const call = (callee: Pickled, args: Pickled): Pickled => {
		if (!(callee instanceof GlobalName) || !Array.isArray(args)) throw unreadable("no call");
		return callee.name === ORDERED_DICT ? new Map() : new Built(callee.name, args);
	};
	const global = (name: string): GlobalName => {
		if (!CONSTRUCTORS.has(name) && !STORAGE.test(name)) throw userError("error.import.pickled", { name });
		return new GlobalName(name);
	};

	for (;;) {
		if (stack.length > MOST || marks.length > MOST) throw unreadable("too large");
		const opcode = from.u8();
		switch (opcode) {
			case 0x80: // PROTO
				from.u8();
				break;
			case 0x95: // FRAME
				from.u64();
				break;
			case 0x2e: // STOP
				return { value: pop(), end: from.at() };
			case 0x28: // MARK
				marks.push(stack);
				stack = [];
				break;
			case 0x30: // POP
				pop();
				break;
			case 0x31: // POP_MARK
				popMark();
				break;
			case 0x32: // DUP
				stack.push(top());
				break;
			case 0x4e: // NONE
				stack.push(null);
				break;
			case 0x88: // NEWTRUE
			case 0x89: // NEWFALSE
				stack.push(opcode === 0x88);
				break;
			case 0x4a: // BININT
				stack.push(from.i32());
				break;
			case 0x4b: // BININT1
				stack.push(from.u8());
				break;
			case 0x4d: // BININT2
				stack.push(from.u16());
				break;
			case 0x8a: // LONG1
				stack.push(from.long(from.u8()));
				break;
			case 0x8b: // LONG4
				stack.push(from.long(from.u32()));
				break;
			case 0x47: // BINFLOAT
				stack.push(from.f64());
				break;
			case 0x58: // BINUNICODE
			case 0x54: // BINSTRING
				stack.push(from.text(from.u32()));
				break;
			case 0x8c: // SHORT_BINUNICODE
			case 0x55: // SHORT_BINSTRING
				stack.push(from.text(from.u8()));
				break;
			case 0x8d: // BINUNICODE8
				stack.push(from.text(from.u64()));
				break;
			case 0x42: // BINBYTES
				stack.push(from.take(from.u32()));
				break;
			case 0x43: // SHORT_BINBYTES
				stack.push(from.take(from.u8()));
				break;
			case 0x5d: // EMPTY_LIST
			case 0x29: // EMPTY_TUPLE
				stack.push([]);
				break;
			case 0x61: // APPEND
				{
					const item = pop();
					list(top()).push(item);
				}
				break;
			case 0x65: // APPENDS
				{
					const items = popMark();
					const into = list(top());
					for (const item of items) into.push(item);
				}
				break;
			case 0x74: {
				// TUPLE
				const items = popMark();
				stack.push(items);
				break;
			}
			case 0x85: // TUPLE1
			case 0x86: // TUPLE2
			case 0x87: {
				// TUPLE3
				const items = Array.from({ length: opcode - 0x84 }, pop);
				stack.push(items.reverse());
				break;
			}
			case 0x7d: // EMPTY_DICT
				stack.push(new Map());
				break;
			case 0x73: {
				// SETITEM
				const [value, key] = [pop(), pop()];
				setItems(top(), [key, value]);
				break;
			}
			case 0x75: {
				// SETITEMS
				const items = popMark();
				setItems(top(), items);
				break;
			}
			case 0x63: // GLOBAL
				stack.push(global(`${from.line()}.${from.line()}`));
				break;
			case 0x93: {
				// STACK_GLOBAL
				const [name, module] = [pop(), pop()];
				stack.push(global(`${String(module)}.${String(name)}`));
				break;
			}
			case 0x52: // REDUCE
			case 0x81: {
				// NEWOBJ
				const args = pop();
				stack.push(call(pop(), args));
				break;
			}
			case 0x62: // BUILD: an OrderedDict's attributes, which hold versions of layers
				pop();
				break;
			case 0x71: // BINPUT
				remember(from.u8());
				break;
			case 0x72: // LONG_BINPUT
				remember(from.u32());
				break;
			case 0x94: // MEMOIZE
				remember(memo.size);
				break;
			case 0x68: // BINGET
				stack.push(recall(from.u8()));
				break;
			case 0x6a: // LONG_BINGET
				stack.push(recall(from.u32()));
				break;
			case 0x51: // BINPERSID
				stack.push(new Persistent(pop()));
				break;
			default:
				throw unreadable(`opcode ${opcode}`);
		}
	}
}
