import numpy as np
import pandas as pd


def out_by_columns(people, out):
    """By arrays: a loop of mails(). False: not done, they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(people) is not pd.DataFrame
        or type(people.columns) is not pd.Index
        or not people.columns.is_unique
        or {*map(type, people.columns)} != {str}
        or "first" not in people.columns
        or people["first"].dtype not in ("object", "str")
        or "last" not in people.columns
        or people["last"].dtype not in ("object", "str")
        or "mail" not in people.columns
        or people["mail"].dtype not in ("object", "str")
        or "kind" not in people.columns
        or people["kind"].dtype not in ("object", "str")
    ):
        return False
    first = people["first"].to_numpy(dtype=object)
    last = people["last"].to_numpy(dtype=object)
    mail = people["mail"].to_numpy(dtype=object)
    kind = people["kind"].to_numpy(dtype=object)
    if (
        not {*map(type, first.tolist())} <= {str, float, type(None)}
        or not {*map(type, last.tolist())} <= {str, float, type(None)}
        or not {*map(type, mail.tolist())} <= {str, float, type(None)}
        or not {*map(type, kind.tolist())} <= {str, float, type(None)}
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        texts = first.tolist()
        if not {*map(type, texts)} <= {str}:
            return False
        texts_2 = last.tolist()
        if not {*map(type, texts_2)} <= {str}:
            return False
        made = (
            np.array([text.strip().title() + " " + text_2[:1].upper()
            + "." for text, text_2 in zip(texts, texts_2)], dtype=object)
        )
        name = made
        texts_3 = mail.tolist()
        if not {*map(type, texts_3)} <= {str}:
            return False
        found = np.array(["@" in text_3 for text_3 in texts_3], dtype=bool)
        mask = found
        counted = np.array([len(text_4) for text_4 in texts], dtype="int64")
        mask_2 = mask & (counted > 2)
        texts_4 = name.tolist()
        if not {*map(type, texts_4)} <= {str}:
            return False
        made_2 = (
            np.array([text_5
            + text_6.split("@")[-1] for text_5, text_6 in zip(texts_4, texts_3)], dtype=object)
        )
        out_2 = made_2
        others = np.logical_not(mask_2)
        texts_5 = kind.tolist()
        if not {*map(type, texts_5)} <= {str}:
            return False
        found_2 = np.array([text_7.lower() in ("guest", "visitor") for text_7 in texts_5], dtype=bool)
        mask_3 = found_2
        found_3 = np.array([text_8.endswith(".org") for text_8 in texts_3], dtype=bool)
        mask_4 = others & (mask_3 | found_3)
        out_1 = name
        others_2 = others & np.logical_not(mask_4)
        out_1 = np.where(others_2, "nobody", out_1)
        out_2 = np.where(others, out_1, out_2)
        out_values = out_2
    out.extend(out_values.tolist())
    return True


def mails(people):
    out = []
    if not out_by_columns(people, out):
        for row in people.itertuples():
            name = row.first.strip().title() + " " + row.last[:1].upper() + "."
            if "@" in row.mail and len(row.first) > 2:
                out.append(name + row.mail.split("@")[-1])
            elif row.kind.lower() in ("guest", "visitor") or row.mail.endswith(".org"):
                out.append(name)
            else:
                out.append("nobody")
    return out


people = pd.DataFrame(
    {
        "first": [" ada ", "bob", "ŝtrasse ß", "", "ada"],
        "last": ["Lovelace", "b", "", "İz", "Lovelace"],
        "mail": ["ada@x.org", "b@y@z.com", "none", "some.org", ""],
        "kind": ["Guest", "GUEST", "x", "y", "VISITOR"],
    }
)
print(mails(people))
print(mails(people.iloc[:0]))
try:
    people.loc[1, "last"] = None
    print(mails(people))
except TypeError as error:
    print(error)
