/** What may say who a respondent is. */
export type Identity =
  | 'e-mail'
  | 'name'
  | 'phone'
  | 'IP address'
  | 'coordinates'
  | 'address'
  | 'contact details'
  | 'date of birth'
  | 'number of a person';

/** What a heading says that its column holds, where that identifies people; in several languages. */
export function identityOf(heading: string): Identity | undefined {
  const words = heading
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const [kind] = HEADINGS.find(([, pattern]) => pattern.test(words)) ?? [];
  return kind;
}

/** A heading is these words, with nothing but such as "your" before and "address" after them. */
const heading = (...words: string[]): RegExp =>
  new RegExp(`^(?:${BEFORE} )*(?:${words.join('|')})(?: ${AFTER})*$`, 'u');

const BEFORE =
  '(?:what is|what s|whats|please|can you|could you|tell us|tell|let us know|enter|give|type|provide|the|your|recipient|respondent|participant|student|contact|user|primary|work|personal|institutional|votre|ton|tu|su|deine?|ihre?|seu|sua|il tuo|uw|je|wie ist|wie lautet|quel est|quelle est|cual es|qual e)';
const AFTER =
  '(?:address|adresse|optional|facultatif|opcional|number|nummer|here|please|id|no|nr|for (?:the|our|a) (?:prize |free )?(?:raffle|draw|drawing|lottery|giveaway|prize|voucher|gift card|interview|follow up))';

const HEADINGS: readonly (readonly [Identity, RegExp])[] = [
  [
    'e-mail',
    heading(
      ...[
        'e ?mail',
        'mail',
        'mail address',
        'courriel',
        'adresse (?:de )?(?:messagerie|courriel|e ?mail|mail)',
      ],
      ...[
        'correo(?: electronico)?',
        'direccion de (?:correo(?: electronico)?|e ?mail)',
        'endereco de e ?mail',
      ],
      ...[
        'indirizzo e ?mail',
        'posta elettronica',
        'e ?post',
        'e ?mailadres',
        'adres e ?mail',
        '(?:адрес )?электроннои почты',
      ],
      ...[
        'электронная почта',
        'メールアトレス',
        'メール',
        '电子邮[箱件](?:地址)?',
        '邮箱(?:地址)?',
        '이메일(?: 주소)?',
      ],
    ),
  ],
  [
    'name',
    heading(
      ...[
        '(?:first|last|full|middle|given|family|sur|fore)? ?names?',
        'name \\(?optional\\)?',
        'first and last name',
      ],
      ...[
        'vor ?name',
        'nach ?name',
        'familien ?name',
        'vor und nachname',
        'nom',
        'prenom',
        'nom de famille',
        'nom et prenom',
      ],
      ...[
        'nombres?',
        'apellidos?',
        'nombres? (?:y|e) apellidos?',
        'nombre completo',
        'nome',
        'cognome',
        'sobrenome',
      ],
      ...[
        'nome e cognome',
        'nome completo',
        'naam',
        'voornaam',
        'achternaam',
        'imie',
        'nazwisko',
        'imie i nazwisko',
      ],
      ...[
        'имя',
        'фамилия',
        'фио',
        '氏名',
        'お?名前',
        '姓名',
        '名字',
        '이름',
        '성명',
        'username',
        'user name',
        'benutzername',
      ],
    ),
  ],
  [
    'phone',
    heading(
      ...[
        '(?:tele|cell|mobile )?phone',
        'mobile',
        'cell',
        'whatsapp',
        'tel',
        'telefon',
        'telefonnummer',
        'handy',
        'handynummer',
      ],
      ...[
        '(?:numero de )?(?:telephone|telefono|telefone|celular|movil|portable)',
        'telefoon',
        'telefoonnummer',
        'телефон',
      ],
      ...['電話番号', '电话(?:号码)?', '手机(?:号码?)?', '전화번호'],
    ),
  ],
  [
    'IP address',
    heading(
      'ip',
      'ip ?addr(?:ess)?',
      'ip ?adresse?',
      'adresse ip',
      'direccion ip',
      'endereco ip',
      'indirizzo ip',
    ),
  ],
  [
    'coordinates',
    heading(
      ...[
        '(?:location |gps )?(?:latitude|longitude)(?: gps)?',
        '(?:lat|lon|lng|long) gps',
        'gps (?:lat|lon|lng|long)',
        'lat',
        'lon',
        'lng',
        'long',
        'lat ?lon',
        'gps(?: (?:location|coordinates))?',
      ],
      ...[
        'geo ?location',
        'geo ?point',
        'coordinates',
        'koordinaten',
        'breitengrad',
        'langengrad',
        'latitud',
        'longitud',
      ],
    ),
  ],
  [
    'address',
    heading(
      ...[
        '(?:home|street|postal|mailing) address',
        'address',
        'anschrift',
        'adresse',
        'adresse postale',
        'direccion',
      ],
      ...['post(?:al)? ?code', 'zip(?: ?code)?', 'plz', 'postleitzahl', 'code postal', 'codigo postal'],
      ...['indirizzo', 'endereco', 'adres', 'адрес', '住所', '地址', '주소'],
    ),
  ],
  [
    'contact details',
    heading(
      'contact',
      ...[
        '(?:instagram|twitter|facebook|linked ?in|telegram|wechat|discord|skype|tik ?tok)(?: (?:name|account|profile|handle|user ?name))?',
      ],
      'contact (?:details?|info|information|data)',
      'how (?:can|may|could) we (?:contact|reach) you',
    ),
  ],
  [
    'date of birth',
    heading(
      ...['(?:date of )?birth(?: ?date)?', 'birth ?day', 'dob', 'date of birth', 'geburts(?:datum|tag)'],
      ...['date de naissance', 'fecha de nacimiento', 'data de nascimento', 'data di nascita'],
      ...['geboortedatum', 'data urodzenia', 'дата рождения', '生年月日', '出生日期', '생년월일'],
    ),
  ],
  [
    'number of a person',
    new RegExp(
      `^(?:${[
        '(?:student|employee|staff|personnel|patient|member|national|passport|identity card)(?: (?:id|number|no|nr|code))+',
        'student ?id|matriculation(?: number)?|matrikel ?nr|matrikelnummer|personalnummer|ausweisnummer|passport|ssn',
        'social security (?:number|no)|nhs number|medical record number|numero d etudiant|numero etudiant|dni|nif|nie|cpf|curp',
        '(?:numero de )?matricula|codice fiscale|bsn|personnummer|pesel|инн|学号|学籍番号|学生証番号|身份证号?码?|학번',
      ].join('|')})$`,
      'u',
    ),
  ],
];
