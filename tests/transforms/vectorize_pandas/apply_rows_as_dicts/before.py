import pandas as pd

NAMES = {"DE": "Germany", "FR": "France"}


def label(parcel):
    words = [parcel["note"].upper()]
    for place in range(parcel["pieces"]):
        words.append(NAMES[parcel["country"]] + str(place))
    return " ".join(words)


parcels = pd.DataFrame({"country": ["DE", "FR", "DE"], "pieces": [2, 0, 1], "note": ["a", "b", ""]})
parcels["label"] = parcels.apply(label, axis=1)
print(parcels.to_string())
