import type { JSX } from 'preact';
import { TroubleText } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import type {
  BackupPreview,
  BackupView,
  OptionsActions,
  OptionsModel,
} from '@/components/options/options-props';
import { Section, Setting, SettingRows } from '@/components/options/section';
import { pageWords } from '@/utils/i18n/page-words';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';
import type { BackupFound } from '@/utils/model/backup';

interface Props {
  model: OptionsModel;
  actions: OptionsActions;
}

/** Everything as one file: saved, or brought in after one has seen what is in it. */
export function BackupSection({ model, actions }: Props): JSX.Element {
  const backup = model.backup.value;
  const words = pageWords.options.backup;
  return (
    <Section id="backup" title={pageWords.options.sections.backup} hint={words.hint}>
      <SettingRows>
        <Setting id="save">
          <h3>{words.save}</h3>
          <p class="note">{words.saveHint}</p>
          <div class="buttons">
            <Button look="outline" busy={backup.state === 'saving'} onPress={() => void actions.saveBackup()}>
              {backup.state === 'saving' ? words.saving : words.saveNow}
            </Button>
          </div>
          {backup.state === 'saved' && <p class="said">{words.saved(backup.name)}</p>}
        </Setting>
        <Setting id="bring">
          <h3>{words.bring}</h3>
          <p class="note">{words.bringHint}</p>
          <Bring backup={backup} actions={actions} />
        </Setting>
      </SettingRows>
    </Section>
  );
}

function Bring({ backup, actions }: { backup: BackupView; actions: OptionsActions }): JSX.Element {
  const words = pageWords.options.backup;
  switch (backup.state) {
    case 'reading':
      return <p class="note">{words.reading}</p>;
    case 'found':
    case 'taking':
      return <Preview backup={backup} actions={actions} />;
    case 'taken':
      return (
        <>
          <p class="said">{words.done(fresh(backup.found))}</p>
          <ChooseFile label={words.chooseOther} onFile={actions.readBackup} />
        </>
      );
    case 'failed':
      return (
        <>
          <div class="refusal">
            <Icon name="warning" />
            <TroubleText trouble={sayProblem(backup.problem)} />
          </div>
          <ChooseFile label={words.chooseOther} onFile={actions.readBackup} />
        </>
      );
    default:
      return <ChooseFile label={words.choose} onFile={actions.readBackup} />;
  }
}

/** What is in the file, beside what is here. */
function Preview({ backup, actions }: { backup: BackupPreview; actions: OptionsActions }): JSX.Element {
  const words = pageWords.options.backup;
  const { found, name } = backup;
  const busy = backup.state === 'taking';
  const nothing = fresh(found) === 0 && found.changes.length === 0;
  return (
    <div class="fact preview">
      <strong dir="auto">{name}</strong>
      <p class="note">{words.savedAt(found.exportedAt)}</p>
      <table aria-label={words.inFile}>
        <tbody>
          {found.parts.map(({ kind, inFile, here }) => (
            <tr key={kind}>
              <th scope="row">{words.kind[kind](inFile)}</th>
              <td>{here === 0 ? words.allNew : here >= inFile ? words.allHere : words.someHere(here)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {nothing
          ? words.nothingNew
          : found.changes.length > 0
            ? words.changes(found.changes.map((setting) => words.setting[setting]))
            : words.noChanges}
      </p>
      {found.elsewhere && <p class="note">{words.elsewhere}</p>}
      <div class="buttons">
        {!nothing && (
          <Button look="primary" busy={busy} onPress={() => void actions.takeBackup()}>
            {busy ? words.taking : words.take}
          </Button>
        )}
        <Button busy={busy} onPress={actions.leaveBackup}>
          {nothing ? t.close : t.cancel}
        </Button>
      </div>
    </div>
  );
}

/** How much of the file is not here. */
function fresh({ parts }: BackupFound): number {
  return parts.reduce((sum, { inFile, here }) => sum + Math.max(0, inFile - here), 0);
}

function ChooseFile(props: { label: string; onFile: (file: File) => Promise<void> }): JSX.Element {
  return (
    <div class="buttons">
      <label class="button button--outline choose">
        {props.label}
        <input
          type="file"
          class="visually-hidden"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file may be chosen again.
            currentTarget.value = '';
            if (file) void props.onFile(file);
          }}
        />
      </label>
    </div>
  );
}
