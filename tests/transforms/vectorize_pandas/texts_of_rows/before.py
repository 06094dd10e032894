import pandas as pd


def mails(people):
    out = []
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
