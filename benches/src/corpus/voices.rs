//! What bots say in other languages than English.

use super::phrases::Voice;

pub(super) const GERMAN: Voice = Voice {
    share: 7,
    says: &[
        "Hallo {name}, schön, dass du da bist!",
        "Dein Paket ist unterwegs und kommt am {day} gegen {time} Uhr.",
        "Leider fährt der Zug heute {count} Minuten später ab. Wir bitten um Entschuldigung.",
        "Deine Rechnung über {price} Euro ist bezahlt. Vielen Dank für deinen Einkauf!",
        "Für Samstag sind noch {count} Plätze frei, danach erst wieder im März.",
        "Das habe ich leider nicht verstanden, ich übe noch.",
    ],
    asks: &[
        "Was möchtest du als Nächstes tun?",
        "Passt dir {day} um {time} Uhr?",
        "Wie hat es dir bei uns gefallen?",
        "Für wie viele Personen sollen wir decken?",
    ],
    links: &[
        "Alles Weitere steht in [unseren Hinweisen](https://laden.example/hinweise), auch zur Rückgabe.",
    ],
    replies: &[
        &[("Ja", "reply:JA"), ("Nein", "reply:NEIN")],
        &[
            ("Früh", "reply:FRUEH"),
            ("Mittags", "reply:MITTAG"),
            ("Später", "reply:SPAET"),
        ],
        &[
            ("Sehr gut", "reply:1"),
            ("Geht so", "reply:3"),
            ("Übel", "reply:6"),
        ],
    ],
    buttons: &[
        ("Zum Menü", "postback:MENU"),
        ("Öffnungszeiten", "postback:ZEITEN"),
        ("Anrufen", "tel:+493055501000"),
        ("Sendung verfolgen", "https://paket.example/{order}"),
    ],
    things: &[
        ("Käsespätzle", "Mit Röstzwiebeln"),
        ("Wanderkarte", "Wetterfest, 1:25000"),
    ],
};

pub(super) const FRENCH: Voice = Voice {
    share: 6,
    says: &[
        "Bonjour {name} ! Ravi de vous revoir.",
        "Votre commande {order} est prête, vous pouvez passer jusqu’à {time}.",
        "Désolé, je n’ai pas compris. Pouvez-vous le dire autrement ?",
        "Il reste {count} places pour la séance de {time}, à côté de l’entrée.",
        "Le délai de livraison est de {count} jours ouvrés ; c’est gratuit dès 30 €.",
    ],
    asks: &[
        "Que puis-je faire pour vous ?",
        "À quelle heure souhaitez-vous être livré ?",
        "Ça vous a plu, {name} ?",
    ],
    links: &[
        "Les tarifs sont dans [notre guide](https://rail.example/fr/tarifs), mis à jour chaque été.",
    ],
    replies: &[
        &[("Oui", "reply:OUI"), ("Non", "reply:NON")],
        &[
            ("Déjeuner", "reply:midi"),
            ("Dîner", "reply:soir"),
            ("Goûter", "reply:16h"),
        ],
    ],
    buttons: &[
        ("Voir la carte", "postback:CARTE"),
        ("Nous appeler", "tel:+33155501000"),
        ("Réserver", "https://bistro.example/fr/reserver?n={count}"),
    ],
    things: &[
        ("Crème brûlée", "À la vanille"),
        ("Vélo électrique", "Autonomie de 80 km"),
    ],
};

pub(super) const SPANISH: Voice = Voice {
    share: 4,
    says: &[
        "¡Hola, {name}! ¿Qué tal el día?",
        "Tu pedido {order} llegará el {day}, antes de las {time}.",
        "Lo siento, no te he entendido. Mañana lo haré mejor.",
        "Te quedan {count} puntos, suficientes para un café con leche.",
    ],
    asks: &[
        "¿En qué puedo ayudarte?",
        "¿Cuántas personas sois?",
        "¿Te gustó la excursión del {day}?",
    ],
    links: &["Mira [las condiciones](https://tienda.example/condiciones) antes de devolver algo."],
    replies: &[
        &[("Sí", "reply:SI"), ("No", "reply:NO")],
        &[("Mañana", "reply:MANANA"), ("Tarde", "reply:TARDE")],
    ],
    buttons: &[
        ("Ver el menú", "postback:MENU"),
        ("Llámanos", "tel:+34555010010"),
    ],
    things: &[
        ("Tortilla", "Con cebolla, sin prisa"),
        ("Sombrero", "De paja, hecho a mano"),
    ],
};

pub(super) const PORTUGUESE: Voice = Voice {
    share: 3,
    says: &[
        "Olá, {name}! A sua encomenda {order} já saiu do armazém.",
        "Amanhã à tarde há sol em todo o país, com {count} graus no litoral.",
        "Desculpe, não percebi. Já chamei alguém da equipa.",
    ],
    asks: &["Em que posso ajudar?", "Quer repetir o último pedido?"],
    links: &["Veja [os horários](https://praia.example/horarios) antes de sair de casa."],
    replies: &[&[("Sim", "reply:SIM"), ("Não", "reply:NAO")]],
    buttons: &[
        ("Ver promoções", "https://loja.example/promocoes"),
        ("Falar connosco", "postback:PESSOA"),
    ],
    things: &[("Pastel de nata", "Ainda quente, com canela")],
};

pub(super) const JAPANESE: Voice = Voice {
    share: 2,
    says: &[
        "{name}さん、こんにちは!ご注文{order}を発送しました。",
        "本日の営業は{time}までです。ご来店をお待ちしております。",
        "申し訳ございません。電車は{count}分ほど遅れております。",
    ],
    asks: &["ご用件をお選びください。", "何名様でいらっしゃいますか?"],
    links: &["詳しくは[ご利用案内](https://mise.example/annai)をご覧ください。"],
    replies: &[&[("はい", "reply:HAI"), ("いいえ", "reply:IIE")]],
    buttons: &[
        ("メニューを見る", "postback:MENU"),
        ("お電話", "tel:+81355501000"),
    ],
    things: &[("抹茶", "宇治の一番茶")],
};

pub(super) const POLISH: Voice = Voice {
    share: 2,
    says: &[
        "Cześć, {name}! Twoja paczka {order} czeka już w punkcie odbioru.",
        "Przepraszamy, pociąg opóźni się o {count} minut.",
        "Zostało {count} miejsc na seans o {time}.",
    ],
    asks: &["W czym mogę pomóc?", "Czy wszystko się zgadza?"],
    links: &["Zobacz [regulamin](https://sklep.example/regulamin), zanim coś odeślesz."],
    replies: &[&[("Tak", "reply:TAK"), ("Nie", "reply:NIE")]],
    buttons: &[
        ("Pokaż menu", "postback:MENU"),
        ("Zadzwoń", "tel:+48225550100"),
    ],
    things: &[("Pierogi ruskie", "Z cebulką i śmietaną")],
};
