-- What was voted on, as it was called when the vote was opened: minutes do not change when a dossier does.
ALTER TABLE meeting_items ADD COLUMN opened_name TEXT;
ALTER TABLE meeting_items ADD COLUMN opened_award TEXT;
UPDATE meeting_items SET
    opened_name = COALESCE(
        (SELECT n.name FROM nominations n WHERE n.id = meeting_items.nomination_id),
        (SELECT i.title FROM initiatives i WHERE i.id = meeting_items.initiative_id)),
    opened_award = (SELECT n.award_name FROM nominations n WHERE n.id = meeting_items.nomination_id)
WHERE meeting_id IN (SELECT id FROM council_meetings WHERE state <> 'called');
