import { describeDatabases } from '@throughline/db/testing';
import { beforeEach, expect, it } from 'vitest';
import { openFiles } from './open-files.ts';
import { buildImportWorkspace, dataPath, makeFile, type ImportWorkspace } from './testing/build-workspace.ts';

const fider = dataPath('export-formats/fider_export.csv');
const missing = fider === undefined ? ' (the data is missing)' : '';
const feedback = { entity: 'feedback' } as const;

const canny = `id,title,details,status,board,category,tags,authorName,authorEmail,voteCount,url,created
p1,Dark mode,My eyes hurt,open,Features,Look,"ui, night",Ann Lee,ann@example.com,41,https://acme.canny.io/features/p/dark-mode,2024-03-02T10:00:00.000Z
p2,Export to CSV,,complete,Features,Data,,Bo Kim,bo@example.com,7,https://acme.canny.io/features/p/export,2024-04-02T10:00:00.000Z
`;

const productboard = `Note ID,Note title,Note text,State,Tags,Company,User name,User email,Source,Display URL,Created at
n1,Slow reports,They take a minute,unprocessed,speed,Acme Inc,Ann Lee,ann@example.com,intercom,https://app.example.com/1,2024-05-01 09:30
n2,Price,Too dear,archived,,,,cat@example.com,email,,2024-05-02 09:30
`;

const uservoice = `suggestion.id,suggestion.title,suggestion.body,suggestion.status.name,suggestion.category.name,suggestion.created_timestamp,suggestion.created_user_agent,user.id,user.email_address
11,Offline,On trains,planned,App,2023-01-05 08:00:00,Mozilla,1,ann@example.com
11,Offline,On trains,planned,App,2023-01-05 08:00:00,Mozilla,2,bo@example.com
12,Shortcuts,,,App,2023-02-05 08:00:00,Mozilla,2,bo@example.com
`;

const appStore = `id,rating,title,body,reviewerNickname,createdDate,territory,responseBody,lastModifiedDate
00001,2,Crashes,Every time I open it,night owl,2024-06-01T12:00:00-07:00,USA,Mended in 2.1,2024-06-03T12:00:00-07:00
`;

const googlePlay = `Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link
com.acme.app,210,2.1,de,oriole,2024-06-01T10:00:00Z,1717236000000,2024-06-01T10:00:00Z,1717236000000,1,,Geht nicht mehr auf,,,,https://play.google.com/console/r?reviewId=gp:AOq-1
com.acme.app,210,2.1,en,oriole,2024-06-02T10:00:00Z,1717322400000,2024-06-02T10:00:00Z,1717322400000,5,,,,,,
`;

describeDatabases('exports of other programs', (test) => {
  let acme: ImportWorkspace;
  beforeEach(async () => {
    acme = await buildImportWorkspace(test.database);
  });
  const twice = async (name: string, content: string | Uint8Array) => {
    const first = await acme.load(makeFile(name, content), feedback);
    const again = await acme.load(makeFile(`again-${name}`, content), feedback);
    expect([again.created, again.updated, again.unchanged]).toEqual([0, 0, first.created]);
    return first;
  };

  it('bring posts of Canny with their authors, states, votes and dates', async () => {
    const first = await twice('posts.csv', canny);
    expect([first.format, first.created, first.rejected, first.dropped]).toEqual(['canny', 2, 0, []]);
    const [dark, csv] = await acme.all('feedback');
    const [ann] = await acme.all('contact', 'email = "ann@example.com"');
    expect(dark).toMatchObject({
      title: 'Dark mode',
      body: 'My eyes hurt',
      state: 'new',
      channel: 'import',
      labels: ['ui', 'night'],
      votes_as_imported: 41,
      contact: ann?.['id'],
      receivedAt: '2024-03-02T10:00:00.000Z',
      sources: [{ system: 'canny', id: 'p1' }],
    });
    expect(csv).toMatchObject({ state: 'complete', votes_as_imported: 7 });
  });

  it('bring notes of Productboard with their companies and where they came from', async () => {
    const first = await twice('notes.csv', productboard);
    expect([first.format, first.created, first.dropped]).toEqual(['productboard', 2, []]);
    const [slow, price] = await acme.all('feedback');
    const [company] = await acme.all('company');
    expect(slow).toMatchObject({ state: 'new', channel: 'support', company: company?.['id'] });
    expect(price).toMatchObject({ state: 'dismissed', channel: 'email', body: 'Too dear' });
  });

  it('bring ideas of UserVoice once each, with the number of their voters', async () => {
    const first = await twice('voters.csv', uservoice);
    expect([first.format, first.created, first.rejected, first.droppedCounts]).toEqual([
      'uservoice',
      2,
      0,
      { column_dropped: 1 },
    ]);
    expect(await acme.all('feedback')).toMatchObject([
      { title: 'Offline', state: 'planned', votes_as_imported: 2, sources: [{ id: '11' }] },
      { title: 'Shortcuts', state: 'new', votes_as_imported: 1 },
    ]);
  });

  it.skipIf(fider === undefined)(`bring posts of Fider and the answers they got${missing}`, async () => {
    const files = await openFiles([String(fider)]);
    const first = await acme.load(files, feedback);
    expect([first.format, first.created, first.also.comments, first.droppedCounts]).toEqual([
      'fider',
      3,
      2,
      { no_such_record: 1 },
    ]);
    const again = await acme.load(files, feedback);
    expect([again.created, again.unchanged, again.also.comments]).toEqual([0, 3, 0]);
    const [fast] = await acme.all('feedback', 'title = "Go is fast"');
    expect(fast).toMatchObject({ state: 'declined', votes_as_imported: 4, labels: ['easy', 'ignored'] });
  });

  it('bring reviews of both app stores as what they are, and make no contacts of nicknames', async () => {
    const apple = await twice('reviews.csv', appStore);
    expect([apple.format, apple.created, apple.also.comments, apple.also.contacts]).toEqual([
      'app-store',
      1,
      1,
      0,
    ]);
    const google = await twice(
      'reviews_com.acme.app_202406.csv',
      Buffer.from(`\ufeff${googlePlay}`, 'utf16le'),
    );
    expect([google.format, google.created, google.rejected]).toEqual(['google-play', 1, 1]);
    expect(await acme.all('feedback')).toMatchObject([
      { title: 'Crashes', channel: 'review', rating: 2, reviewer: 'night owl', sources: [{ id: '00001' }] },
      {
        body: 'Geht nicht mehr auf',
        channel: 'review',
        rating: 1,
        receivedAt: '2024-06-01T10:00:00.000Z',
        sources: [{ system: 'google-play', id: 'gp:AOq-1' }],
      },
    ]);
  });

  it('bring a call as its turns, by the speaker who is the customer', async () => {
    const vtt =
      'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ann Lee>Exports fail.</v>\n\n00:00:05.000 --> 00:00:06.000\n<v Bob>Since when?</v>\n';
    const file = makeFile('Acme_2024-05-01.vtt', vtt);
    const options = { ...feedback, map: { 'Speaker Ann Lee': 'contact' } };
    const first = await acme.load(file, options);
    expect([first.format, first.created, first.droppedCounts]).toEqual([
      'transcript',
      1,
      { column_dropped: 1 },
    ]);
    const again = await acme.load(file, options);
    expect([again.created, again.unchanged]).toEqual([0, 1]);
    const [call] = await acme.all('feedback');
    const [ann] = await acme.all('contact');
    expect(ann?.['name']).toBe('Ann Lee');
    expect(call).toMatchObject({
      title: 'Acme 2024-05-01',
      body: '[00:00:01] Ann Lee: Exports fail.\n\n[00:00:05] Bob: Since when?',
      channel: 'interview',
      contact: ann?.['id'],
      receivedAt: '2024-05-01T00:00:00.000Z',
    });
  });
});
