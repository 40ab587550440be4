/** Pages that are only read: privacy and accessibility, from what the municipality has told us. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Kommune } from '../../src/domain/kommune.ts';
import { phoneHref } from './help-view.ts';
import { Footer } from './page-view.ts';
import { dangerText, troubleTexts, uiTexts } from './ui-texts.ts';

type About = Pick<Kommune, 'name' | 'entrance' | 'contact'>;

function Contact({ about }: { readonly about: About }): VNode {
  const { phone, email, address } = about.contact;
  return html`<ul>
    <li>Telefon: <a href=${phoneHref(phone)}>${phone}</a></li>
    <li>Mail: <a href=${`mailto:${email}`}>${email}</a></li>
    <li>${about.name}, ${address}</li>
  </ul>`;
}

function Page({ about, children }: { readonly about: About; readonly children?: unknown }): VNode {
  return html`<div class="page">
    <header class="top"><p class="name">${about.entrance}</p><a class="exit" href="/luk" rel="noreferrer">${uiTexts.exit}</a></header>
    <main class="prose">${children}<p><a class="button" href="/">${uiTexts.startAgain}</a></p></main>
    <${Footer} />
  </div>`;
}

/** What is kept, who sees it, and what one can ask for. */
export function PrivacyPage({ about }: { readonly about: About }): VNode {
  return html`<${Page} about=${about}>
    <h1>Privatliv</h1>
    <p>${about.name} har ansvar for det, du skriver her. Det hedder at være dataansvarlig.</p>
    <h2>Hvad gemmer vi?</h2>
    <p>Vi gemmer det, du skriver, og de svar, du får. Vi gør det for at kunne hjælpe dig.</p>
    <p>Skriver du et CPR-nummer, fjerner vi det. Du behøver ikke sige dit navn.</p>
    <h2>Hvem kan se det?</h2>
    <p>De medarbejdere, der hjælper dig, kan læse det. Vi skriver ned, hver gang en medarbejder åbner din samtale.</p>
    <p>Er vi bange for, at et barn eller en ung ikke er i sikkerhed, skal vi hente hjælp. Så må vi give besked videre.</p>
    <h2>Hvad svarer robotten ud fra?</h2>
    <p>Robotten svarer med tekster, som mennesker har skrevet. Den bestemmer ikke, hvad du har ret til.</p>
    <h2>Hvad ligger på din telefon?</h2>
    <p>Vi bruger én cookie. Den husker din samtale, til du trykker ${uiTexts.exit} eller lukker din browser.</p>
    <p>Tekst, du ikke har sendt, ligger i fanen, til du lukker den. Vi tæller ikke, hvad du gør, og vi viser ikke reklamer.</p>
    <h2>Hvad kan du bede om?</h2>
    <p>Du kan bede om at se det, vi har gemt. Du kan bede om at få fejl rettet eller noget slettet. Nogle ting skal kommunen gemme efter loven.</p>
    <p>Skriv i chatten, eller kontakt os:</p>
    <${Contact} about=${about} />
    <p>Du kan klage til Datatilsynet på <a href="https://www.datatilsynet.dk" rel="noreferrer">datatilsynet.dk</a>.</p>
  <//>`;
}

/** How far accessibility has come, without promising more than has been tried. */
export function AccessibilityPage({ about }: { readonly about: About }): VNode {
  return html`<${Page} about=${about}>
    <h1>Tilgængelighed</h1>
    <p>Alle skal kunne bruge ${about.entrance}. Siden er bygget efter reglerne i WCAG 2.1, niveau A og AA.</p>
    <h2>Det har vi prøvet</h2>
    <p>Et program leder efter fejl, hver gang siden bliver ændret. Siden virker med tastatur, på små skærme, med stor skrift og uden JavaScript.</p>
    <h2>Det har vi ikke prøvet endnu</h2>
    <p>Mennesker, der bruger skærmlæser, har ikke prøvet siden endnu.</p>
    <h2>Er der noget, der ikke virker?</h2>
    <p>Sig det til os. Så hjælper vi dig på en anden måde.</p>
    <${Contact} about=${about} />
    <p>Får du ikke et svar, du kan bruge, kan du skrive til Digitaliseringsstyrelsen på <a href="https://digst.dk" rel="noreferrer">digst.dk</a>.</p>
  <//>`;
}

/** Something did not work: why, what to do, and the number that always works. */
export function TroublePage({ about, text }: { readonly about: About; readonly text: string }): VNode {
  return html`<${Page} about=${about}>
    <h1>${troubleTexts.title}</h1>
    <p>${text}</p>
    <p>${dangerText.before} <a href="tel:112">${dangerText.number}</a> ${dangerText.after}</p>
  <//>`;
}
