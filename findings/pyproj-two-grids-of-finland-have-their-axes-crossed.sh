#!/usr/bin/env bash
# The national grid of Finland gives east first, the grid of a Finnish city north first, and so does Sweden's.
#
# Guess: metric grids of one country give their two numbers in one order, and neighbours with the same kind of grid (UTM
#        on the European frame) too; once it is known that EPSG:4326 is latitude first, the rest is x and y.
# Seen:  pyproj 3.7.2: the registry has the state's ETRS-TM35FIN (EPSG:3067) with east first, ETRS-GK25FIN (EPSG:3879),
#        which Helsinki uses, and Swedish SWEREF 99 TM (EPSG:3006) with north first. A room in a city's open data, taken
#        in the order of the state's, is at "inf, inf", without an error.
# So:    `always_xy=True` in every Transformer, and check that a point lies in the municipality.
# Source: run here, pyproj 3.7.2; EPSG registry 3067, 5048 (the same grid, north first), 3878, 3879, 3006.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyproj==3.7.2 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import pyproj
from pyproj import CRS, Transformer

HELSINKI = (60.1676, 24.9522)  # latitude, longitude of the market square, as EPSG:4326 has them
seen = {}
for code in (3067, 5048, 3878, 3879, 3006):
    grid = CRS.from_epsg(code)
    first, second = Transformer.from_crs(4326, code).transform(*HELSINKI)
    seen[code] = [axis.direction for axis in grid.axis_info]
    print(f"  EPSG:{code} {grid.name}: {seen[code]}, Helsinki {first:.0f} {second:.0f}")
in_city_grid = Transformer.from_crs(4326, 3879).transform(*HELSINKI)
crossed = Transformer.from_crs(3879, 4326).transform(*reversed(in_city_grid))
straight = Transformer.from_crs(3879, 4326, always_xy=True).transform(*reversed(in_city_grid))
print("pyproj", pyproj.__version__, "east first in the city's grid:", crossed, "with always_xy:", straight)

assert seen == {3067: ["east", "north"], **{code: ["north", "east"] for code in (5048, 3878, 3879, 3006)}}
assert not (59 < crossed[0] < 71 and 19 < crossed[1] < 32), "the crossed point lies in Finland now"
assert abs(straight[1] - HELSINKI[0]) < 1e-6 and abs(straight[0] - HELSINKI[1]) < 1e-6
print("As found.")
PY
