/**
 * Words of the editor: what Sveltia has in English only, and what staff would not understand. They are
 * laid over its own Danish when the site is built; `$` stands for what Sveltia fills in.
 */
export const danish = {
	contents: 'Indhold',
	files: 'Webstedet',
	collections: 'Indhold',
	create: 'Ny side',
	create_new_entry: 'Lav en ny side',
	create_entry_title: 'Ny side',
	create_entry_announcement: 'Du laver en ny side.',
	duplicate: 'Lav en kopi',
	duplicate_entry: 'Lav en kopi af siden',
	entry_duplicated: 'Det her er en ny side. Giv den sin egen overskrift.',
	delete_entries: 'Slet siden',
	work_with_test_repo: 'Øv dig uden at logge ind',
	working_with_test_repo: 'Du øver dig',
	slug: 'Adresse',
	edit_slug: 'Ret sidens adresse',
	show_content_options_x_locale: 'Vis mulighederne for hele siden',
	content_options_x_locale: 'Mulighederne for hele siden',
	show_errors: 'Vis det, der mangler',
	folder_contents: 'Indhold',
	select_item: 'Vælg {$name}',
	entries: 'Sider',
	entry_saved: 'Din rettelse er gemt.',
	entry_saved_and_published: 'Din rettelse er gemt.',
	entry_not_found: 'Siden findes ikke.',
	search_placeholder_contents: 'Søg på siderne…',
	search_placeholder_all: 'Søg på siderne…',
	draft_backup_saved: 'Det, du har skrevet, ligger som en kladde i denne browser.',
	draft_backup_restored: 'Din kladde er hentet frem.',
	draft_backup_deleted: 'Din kladde er kasseret.',
	restore_backup_title: 'Vil du hente din kladde frem?',
	restore_backup_description:
		'Du skrev noget på siden {$datetime} og gemte det ikke. Vil du arbejde videre med det?',
	sign_in_using_access_token_workflow_note: 'Det skal også have adgang til pull requests.',
	deleting_referenced_entries_note: 'Andre sider henviser til siden.',
	entry_sidebar: {
		slug: {
			title: 'Adresse',
			generated_on_save: 'Adressen bliver lavet af overskriften, når du gemmer.',
			unavailable: 'Indstillingerne har ingen adresse.',
		},
	},
	saving_entry: {
		error: {
			title: 'Det blev ikke gemt',
			description: 'Det, du har skrevet, står her stadig.',
		},
	},
	save_conflict: {
		title: 'En anden har rettet siden',
		modified_by: '{$name} rettede siden {$date}, efter at du åbnede den.',
		modified: 'Siden er rettet, efter at du åbnede den.',
		deleted: 'Siden er slettet, efter at du åbnede den.',
		overwrite_warning: 'Gemmer du nu, forsvinder den andens rettelse.',
		recreate_warning: 'Gemmer du nu, bliver siden lavet igen.',
		save_anyway: 'Gem alligevel',
		branch_moved: 'En anden gemte samtidig. Prøv igen.',
	},
	remote_change: {
		reload_entry: 'Hent siden igen',
		confirm_reloading_entry: 'Vil du hente siden igen? Så forsvinder det, du ikke har gemt.',
	},
	workflow: {
		confirm_sending_for_review:
			'Din rettelse er gemt som en kladde. Vil du bede en kollega om at se på den?',
		confirm_deleting_published_entry:
			'Vil du slette siden? Den er på nettet, til en kollega har sagt ja til det.',
		confirm_deleting_unpublished_entry: 'Siden har aldrig været på nettet. Vil du kassere den?',
		confirm_publishing_entry: 'Vil du udgive rettelsen? Om et par minutter er den på nettet.',
		entry_published: 'Rettelsen er udgivet. Om et par minutter er den på nettet.',
		unpublished_entries: 'Ikke på nettet endnu',
		published_entries: 'På nettet',
		publish_entry: 'Udgiv',
		discard_changes: 'Kassér rettelsen',
		confirm_discarding_entry_changes:
			'Vil du kassere rettelsen? Så står der igen det, der er på nettet nu.',
		changes_discarded: 'Rettelsen er kasseret.',
		deploying_deletion: 'Sletning',
	},
	status: { deploying: 'Er på vej ud' },
	_sui: {
		text_editor: { url: 'Adresse' },
	},
} as const;
