"""The areas the base map covers: métropole with Corse, and the surroundings of each overseas département."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """One area with its own grid.

    `box` bounds sea and neighbours, `zone` the label grid (west, south, east, north, degrees); `cell` is the grid's
    cell (degrees of longitude, of latitude), `coarse` and `fine` the tolerances of simplification in degrees of
    latitude for lines far from and along French land; `home` are DCW's codes of the French land, `neighbours` all others.
    """

    name: str
    box: tuple
    zone: tuple
    cell: tuple
    home: tuple
    neighbours: tuple
    fine: float
    coarse: float
    departements: tuple = ()


AREAS = (
    Area("metropole", (-10.5, 38.5, 13.5, 54.0), (-5.3, 41.2, 9.8, 51.3), (0.003, 0.002), ("FR",),
         ("AD", "AT", "BE", "CH", "CZ", "DE", "DK", "DZ", "ES", "GB", "GG", "IE", "IM", "IT", "JE", "LI", "LU", "MC",
          "MT", "NL", "PT", "SM", "TN", "VA", "SI", "HR"), 0.0009, 0.012),
    Area("antilles", (-65.5, 11.5, -57.5, 19.5), (-61.95, 14.3, -60.7, 16.6), (0.0008, 0.0008), ("GP", "MQ"),
         ("AG", "AI", "BB", "BL", "DM", "GD", "KN", "LC", "MF", "MS", "PR", "SX", "TT", "VC", "VE", "VG", "VI", "BQ"),
         0.0005, 0.006, ("971", "972")),
    Area("guyane", (-58.0, -1.5, -47.0, 9.5), (-54.8, 2.0, -51.4, 6.0), (0.002, 0.002), ("GF",),
         ("BR", "GY", "SR"), 0.0009, 0.012, ("973",)),
    Area("reunion", (51.0, -25.0, 61.0, -17.0), (55.1, -21.5, 55.95, -20.8), (0.0005, 0.0005), ("RE",), ("MU",),
         0.0005, 0.006, ("974",)),
    Area("mayotte", (41.0, -17.0, 49.5, -8.5), (44.9, -13.1, 45.4, -12.5), (0.0004, 0.0004), ("YT",),
         ("KM", "MG", "MZ", "TZ", "SC"), 0.0004, 0.006, ("976",)),
)

COUNTRY_NAMES = {
    "AD": "Andorre", "AG": "Antigua-et-Barbuda", "AI": "Anguilla", "AT": "Autriche", "BB": "Barbade", "BE": "Belgique",
    "BL": "Saint-Barthélemy", "BQ": "Pays-Bas caribéens", "BR": "Brésil", "CH": "Suisse", "CZ": "Tchéquie",
    "DE": "Allemagne", "DK": "Danemark", "DM": "Dominique", "DZ": "Algérie", "ES": "Espagne", "GB": "Royaume-Uni",
    "GD": "Grenade", "GG": "Guernesey", "GY": "Guyana", "HR": "Croatie", "IE": "Irlande", "IM": "Île de Man",
    "IT": "Italie", "JE": "Jersey", "KM": "Comores", "KN": "Saint-Christophe-et-Niévès", "LC": "Sainte-Lucie",
    "LI": "Liechtenstein", "LU": "Luxembourg", "MC": "Monaco", "MF": "Saint-Martin", "MG": "Madagascar",
    "MS": "Montserrat", "MT": "Malte", "MU": "Maurice", "MZ": "Mozambique", "NL": "Pays-Bas", "PR": "Porto Rico",
    "PT": "Portugal", "SC": "Seychelles", "SI": "Slovénie", "SM": "Saint-Marin", "SR": "Suriname",
    "SX": "Sint Maarten", "TN": "Tunisie", "TT": "Trinité-et-Tobago", "TZ": "Tanzanie", "VA": "Vatican",
    "VC": "Saint-Vincent-et-les-Grenadines", "VE": "Venezuela", "VG": "Îles Vierges britanniques",
    "VI": "Îles Vierges des États-Unis", "GP": "Guadeloupe", "MQ": "Martinique",
}
