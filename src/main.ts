import { Plugin } from 'obsidian';

export default class NoteFlashcardsPlugin extends Plugin {}
