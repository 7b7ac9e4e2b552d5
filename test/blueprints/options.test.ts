import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../blueprints/options.ts';
import zapierPackage from '../../zapier-app/package.json' with { type: 'json' };

describe('What an account calls its apps', () => {
  it('is read from the command line, the version of the Zapier app being that of the source unless told', () => {
    const args = [
      '--zapier-app',
      'App123CLIAPI',
      '--make-app=dealwire-ab12cd',
      '--shortcut-url',
      'https://x.example/a',
    ];
    expect(readOptions(args)).toEqual({
      names: { zapierApp: `App123CLIAPI@${zapierPackage.version}`, makeApp: 'dealwire-ab12cd' },
      urls: { shortcutUrl: 'https://x.example/a' },
      warnings: [],
    });
    expect(readOptions([])).toEqual({ names: {}, urls: {}, warnings: [] });
  });

  it('may name another version of the Zapier app, with a word about it', () => {
    const { names, warnings } = readOptions(['--zapier-app', 'App123CLIAPI@9.8.7']);
    expect(names).toEqual({ zapierApp: 'App123CLIAPI@9.8.7' });
    expect(warnings).toEqual([
      `The files name version 9.8.7 of the Zapier app, but they are made for ${zapierPackage.version}. Push this version, or leave the version out of --zapier-app.`,
    ]);
  });

  it.each([
    [['--slack-app', 'x'], 'There is no placeholder --slack-app. Choose from --zapier-app, --make-app,'],
    [['--zapier-app', 'Dealwire'], '--zapier-app "Dealwire" cannot be right: it looks like App123CLIAPI@'],
    [['--zapier-app', 'App1CLIAPI@1'], '--zapier-app "App1CLIAPI@1" cannot be right'],
    [
      ['--make-app', 'app#dealwire-ab12cd'],
      '--make-app "app#dealwire-ab12cd" cannot be right: it looks like dealwire-ab12cd.',
    ],
    [['--make-app'], '--make-app lacks its value. Write, for example, --make-app dealwire-ab12cd.'],
    [['--make-app', '--zapier-app', 'App1CLIAPI'], '--make-app lacks its value.'],
    [['--make-app', 'a-b', '--make-app', 'c-d'], '--make-app is given twice. Leave one of them out.'],
    [['App123CLIAPI'], '"App123CLIAPI" stands alone. Write it after its option: --zapier-app,'],
    [['--slash-command-url', 'http://x.example'], '--slash-command-url "http://x.example" cannot be right'],
  ])('is refused when it is %j, with what to write instead', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
