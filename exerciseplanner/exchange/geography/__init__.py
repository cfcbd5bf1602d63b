"""Forces on the map in formats that maps read: GeoJSON, KML and NATO Vector Graphics."""
